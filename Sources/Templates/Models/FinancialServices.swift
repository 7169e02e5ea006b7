extension Template {
  /// For banks, wealth managers and advisers whose clients begin with a conversation.
  static let financialServices = Template(
    "financial-services", .finance,
    #"""
    leadline: 1
    name: Financial services
    description: For banks, wealth managers and advisers whose clients begin with a conversation.

    # Assets and trust. Assets make the fit; trust shows in recommendations, meetings and questions, and fades slowly.
    # Nobody is scored who has not agreed to be contacted. Do not add age, sex, family status or origin to this model.
    #
    # Reads of leads:  email, phone, opted_in, investable_assets, annual_income, goal, job_title, lead_source
    # Reads of events: meeting_booked, meeting_held, calculator_used, guide_download, webinar_attended, email_click,
    #                  page_view (url), account_opening_started, unsubscribe
    #   The usual names of CRM exports (Title, Lead Source, Opt In ...) are found by themselves. A column or event of
    #   another name: rename it, or write its name here. What you do not have gives nothing.
    #
    # Change first:
    #   1. The table of assets: your minimum, and from where a senior adviser takes over.
    #   2. `goal`: the words of your form.
    #   3. The exclusion: how your CRM writes consent. No answer counts as no.

    # A file may lack these.
    optional: [email, phone, opted_in, investable_assets, annual_income, goal, job_title, lead_source, url]

    exclude:
      - { name: Has not agreed to be contacted, when: not opted_in }

    scores:
      fit:
        range: -30..60
        rules:
          - { name: Assets, by: investable_assets,
              points: { "<50000": -5, "50000..249999": 10, "250000..999999": 20, "1000000+": 30 } }
          - { name: Income, by: annual_income, points: { "<60000": 0, "60000..149999": 5, "150000+": 10 } }
          - { name: Goal, by: goal, points: { Retirement | Succession: 10, Investing: 8, Mortgage: 5, other: 0 } }
          - { name: Runs a business, when: "seniority(job_title) in ('owner', 'c-level')", points: 8 }
          - { name: Can be called, when: phone is known, points: 2 }
          - { name: Address does not work, when: "email_kind(email) in ('disposable', 'invalid')", points: -20 }

      trust:
        range: -20..100
        groups:
          learning: { max: 30 }
        rules:
          - { name: Was recommended, when: "lead_source in ('Referral', 'Client referral', 'Partner')", points: 15 }
          - { name: Booked a meeting, on: meeting_booked, within: 90d, count: once, points: 30, decay: half-life 30d }
          - { name: Met an adviser, on: meeting_held, within: 180d, points: 15, decay: half-life 60d, max: 30 }
          - { name: Began to open an account, on: account_opening_started, within: 90d, count: once, points: 35,
              decay: half-life 30d }
          - { name: Calculator, group: learning, on: calculator_used, within: 90d, count: each per week, points: 5,
              decay: half-life 30d, max: 10 }
          - { name: Guide, group: learning, on: guide_download, within: 180d, points: 6, decay: half-life 60d, max: 12 }
          - { name: Seminar or webinar, group: learning, on: webinar_attended, within: 180d, points: 12,
              decay: half-life 60d, max: 24 }
          - { name: Fees and funds, group: learning, on: page_view, where: "contains(url, '/fees', '/funds')",
              within: 60d, count: each per day, points: 2, decay: half-life 30d, max: 8 }
          - { name: Clicked e-mails, group: learning, on: email_click, within: 90d, points: 1, decay: half-life 30d,
              max: 5 }
          - { name: Unsubscribed, on: unsubscribe, count: once, points: -20 }
          - { name: Gone quiet, idle: { 90d: -5, 180d: -15 }, ignoring: [unsubscribe] }

      total:
        range: 0..150
        sum: { fit: 1, trust: 1 }

    bands:
      fit: { A: 40, B: 25, C: 10, D: }
      trust: { 1: 50, 2: 25, 3: 8, 4: }

    matrix: [fit, trust]

    stages:
      - { name: senior adviser, when: "fit_band = 'A' and trust >= 30" }
      - { name: adviser, when: total >= 45 and fit >= 10 }
      - { name: invite, when: total >= 20 }
      - { name: newsletter }

    examples:
      # fit: 400 000 is 20 + income 10 + retirement 10 + owner 8 + phone 2 = 50
      # trust: recommended 15; guide 60 days ago 3; webinar 60 days ago 6; meeting booked 30 days ago 15: 39; total 89
      - name: An owner, recommended
        lead: { email: ada@example.com, phone: +1 415 555 0100, opted_in: yes, investable_assets: 400000,
                annual_income: 150000, goal: Retirement, job_title: Owner, lead_source: Client referral }
        events:
          - { event: guide_download, ago: 60d }
          - { event: webinar_attended, ago: 60d }
          - { event: meeting_booked, ago: 30d }
        expect: { fit: 50, trust: 39, total: 89, matrix: A2, stage: senior adviser }

      # two calculations in one week count once: 5; fees 2
      - name: Calculates
        lead: { opted_in: yes, investable_assets: 60000, goal: Investing }
        events: [{ event: calculator_used, ago: 0d }, { event: calculator_used, ago: 6d },
                   { event: page_view, url: /fees }]
        expect: { fit: 18, trust: 7, total: 25, stage: invite }

      - { name: No answer is no, lead: { investable_assets: 2000000 },
          expect: { excluded: Has not agreed to be contacted, fit: , stage: disqualified } }

      # nobody at the address -20; met 15 + account 35 + click 1 - unsubscribed 20 = 31
      - name: Opens an account, and leaves
        lead: { email: x@mailinator.com, opted_in: yes }
        events:
          - { event: meeting_held }
          - { event: account_opening_started }
          - { event: email_click }
          - { event: unsubscribe }
        expect: { fit: -20, trust: 31, total: 11, stage: newsletter }

      # a webinar, halved twice in 120 days, 3, and quiet since -5
      - name: Quiet for 120 days
        lead: { opted_in: yes }
        events: [{ event: webinar_attended, ago: 120d }]
        expect: { trust: -2, stage: newsletter }

    """#)
}
