extension Template {
  /// For schools, universities and course providers that advise people before they enrol.
  static let education = Template(
    "education", .people,
    #"""
    leadline: 1
    name: Education
    description: For schools, universities and course providers that advise people before they enrol.

    # Whoever comes to a webinar gives an hour of their life; whoever reads a page gives a minute. The points say so.
    # The fit is small on purpose: admission decides who is suitable, this model only whom to call first.
    #
    # Reads of leads:  email, phone, country, program
    # Reads of events: page_view, content_download, demo_request, form_submit, webinar_attended, unsubscribe
    #   A column or event of another name: rename it, or write its name here. What you do not have gives nothing.
    #   `program` is the course that somebody chose in a form.
    #
    # Change first:
    #   1. `recruits_in`: the countries you may and want to recruit in.
    #   2. The window of 120 days: make it as long as your admission takes.
    #   3. The first stage: as many people as your advisers can call within a day.

    # A file may lack these.
    optional: [email, phone, country, program]

    lists:
      recruits_in: [US, CA, GB, IE, AU]

    scores:
      fit:
        range: -40..25
        rules:
          - { name: Chose a programme, when: program is known, points: 10 }
          - { name: Country we recruit in, when: country(country) in recruits_in, points: 10 }
          - { name: Can be called, when: phone is known, points: 5 }
          - { name: Address does not work, when: "email_kind(email) in ('disposable', 'invalid')", points: -40 }

      engagement:
        range: -20..120
        groups:
          reading: { max: 40 }
        rules:
          - { name: Page, group: reading, on: page_view, within: 60d, count: each per day, points: 5, decay: half-life 14d,
              max: 20 }
          - { name: Content, group: reading, on: content_download, within: 120d, points: 10, decay: half-life 30d, max: 30 }
          - { name: Demo lesson, on: demo_request, within: 120d, count: once, points: 20, decay: half-life 30d }
          - { name: Form, on: form_submit, within: 120d, count: once, points: 25, decay: half-life 30d }
          - { name: Webinar, on: webinar_attended, within: 120d, points: 30, decay: half-life 30d, max: 60 }
          - { name: Unsubscribed, on: unsubscribe, count: once, points: -20 }
          - { name: Gone quiet, idle: { 60d: -5, 120d: -15 }, ignoring: [unsubscribe] }

      total:
        range: 0..100
        sum: { fit: 1, engagement: 1 }

    stages:
      - { name: call today, when: total >= 70 }
      - { name: invite, when: total >= 40 }
      - { name: nurture, when: total >= 15 }
      - { name: wait }

    examples:
      # fit: programme 10 + country 10 + phone 5 = 25
      # engagement: a page today 5 (twice, but once a day counts); content, halved after 30 days, 5; form today 25;
      #   webinar 30 days ago 15:  5 + 5 + 25 + 15 = 50; total 75
      - name: Came to the webinar and filled in the form
        lead: { email: ada@example.com, phone: +1 415 555 0100, country: Canada, program: Nursing }
        events:
          - { event: webinar_attended, ago: 30d }
          - { event: content_download, ago: 30d }
          - { event: form_submit }
          - { event: page_view, times: 2 }
        expect: { fit: 25, engagement: 50, total: 75, stage: call today }

      # content 3 x 10 = 30 is the rule's limit, a page 5: 35
      - name: Reads everything and says nothing
        events: [{ event: content_download, times: 4 }, { event: page_view }]
        expect: { engagement: 35, stage: nurture }

      # nobody there -40; demo lesson 20 - unsubscribed 20 = 0
      - name: Tried a lesson and left
        lead: { email: x@mailinator.com }
        events: [{ event: demo_request }, { event: unsubscribe }]
        expect: { fit: -40, engagement: 0, stage: wait }

      # form, halved twice in 60 days, 6.25, and quiet since -5: 1.25
      - { name: Quiet for 60 days, events: [{ event: form_submit, ago: 60d }], expect: { engagement: 1, stage: wait } }

    """#)
}
