extension Template {
  /// For consultants, agencies and authors who win clients by a newsletter.
  static let newsletterNurture = Template(
    "newsletter-nurture", .people,
    #"""
    leadline: 1
    name: Newsletter nurture
    description: For consultants, agencies and authors who win clients by a newsletter.

    # Three things happen once: the sign-up, the report, the consultation. Opens and clicks are counted, and forgotten after
    # three months, so that the score says who reads NOW.
    #
    # Reads of leads:  email
    # Reads of events: newsletter_signup, report_download, consultation_booked, email_open, email_click, unsubscribe
    #   An event of another name: rename it, or write its name here.
    #
    # Change first:
    #   1. The limits of opens and clicks: as many as a keen reader gets in three months.
    #   2. `report_download` and `consultation_booked`: the two offers that you really make.
    #   3. The stage `talk`: whom you would write to in person.

    # A file may lack these.
    optional: [email]

    exclude:
      - { name: Address does not work, when: "email_kind(email) in ('disposable', 'invalid')" }

    scores:
      interest:
        range: 0..100
        groups:
          reading: { max: 60 }
        rules:
          - { name: Sign-up, on: newsletter_signup, count: once, points: 5 }
          - { name: Report, on: report_download, count: once, points: 10 }
          - { name: Consultation, on: consultation_booked, count: once, points: 20 }
          - { name: Opened, group: reading, on: email_open, within: 3mo, points: 2, max: 24 }
          - { name: Clicked, group: reading, on: email_click, within: 3mo, points: 5, max: 40 }
          - { name: Unsubscribed, on: unsubscribe, count: once, points: -30 }

    stages:
      - { name: client to be, when: interest >= 65 }
      - { name: talk, when: interest >= 40 }
      - { name: reader, when: interest >= 10 }
      - { name: quiet }

    examples:
      # sign-up 5 + report 10 + consultation 20 = 35; opens 89 days ago and today 2 x 2 = 4, the one 90 days ago is over;
      # two clicks 10:  35 + 4 + 10 = 49
      - name: Booked a consultation
        lead: { email: ada@example.com }
        events:
          - { event: newsletter_signup, ago: 1y }
          - { event: report_download, ago: 200d }
          - { event: email_open, ago: 90d }
          - { event: email_open, ago: 89d }
          - { event: email_open }
          - { event: email_click, ago: 30d, times: 2 }
          - { event: consultation_booked, ago: 3d }
        expect: { interest: 49, stage: talk }

      # each once: 5 + 10 + 20 = 35, however often
      - name: Did everything twice
        events:
          - { event: newsletter_signup, times: 2 }
          - { event: report_download, times: 2 }
          - { event: consultation_booked, times: 2 }
        expect: { interest: 35, stage: reader }

      # 20 opens would be 40, the limit is 24; 10 clicks would be 50, the limit is 40; together 64, of which the group gives
      # 60
      - name: Reads every letter
        events: [{ event: email_open, times: 20 }, { event: email_click, times: 10 }]
        expect: { interest: 60, stage: talk }

      # 5 + 10 + 20 - 30 = 5
      - name: Left
        events:
          - { event: newsletter_signup }
          - { event: report_download }
          - { event: consultation_booked }
          - { event: unsubscribe }
        expect: { interest: 5, stage: quiet }

      - { name: Nobody there, lead: { email: x@mailinator.com }, expect: { excluded: Address does not work, interest: } }

    """#)
}
