extension Template {
  /// For long sales to large companies, where several people decide.
  static let enterpriseB2B = Template(
    "b2b-enterprise", .companies,
    #"""
    leadline: 1
    name: B2B enterprise
    description: For long sales to large companies, where several people decide.

    # Large companies buy in groups and take a year. So points fade slowly, and a buying group counts: one enthusiast is a
    # contact, several decision-makers are a project.
    #
    # Reads of leads:  email, job_title, company_size, annual_revenue, industry, decision_makers
    # Reads of events: page_view (url), whitepaper_download, webinar_attended, demo_request, proposal_requested,
    #                  meeting_held, email_click, unsubscribe
    #   The usual names of CRM exports (Title, No. of Employees, Annual Revenue ...) are found by themselves. A column or
    #   event of another name: rename it, or write its name here. What you do not have gives nothing.
    #   `decision_makers` is the number of people at the account who decide; most CRMs can roll it up from contact roles.
    #
    # Change first:
    #   1. Company size and revenue: where your list of target accounts begins.
    #   2. The industries you have references in.
    #   3. The half-life of 90 days: about a third of the time from first contact to signature.

    # A file may lack these.
    optional: [email, job_title, company_size, annual_revenue, industry, decision_makers, url]

    scores:
      fit:
        range: -30..70
        groups:
          account: { max: 35 }
        rules:
          - name: Company size
            group: account
            by: employees(company_size)
            points: { "<200": -10, "200..999": 5, "1000..9999": 15, "10000+": 20 }
          - { name: Revenue, group: account, when: annual_revenue >= 100_000_000, points: 10 }
          - name: Industry
            group: account
            by: industry
            points: { Banking | Financial Services | Insurance: 10, Manufacturing | Telecommunications: 8, other: 0 }
          - name: Seniority
            by: seniority(job_title)
            points: { owner | c-level: 15, vp: 15, director: 12, manager: 6, entry: -10, other: 0 }
          - { name: Several decision-makers, when: decision_makers >= 2, points: 20 }
          - { name: Not a business address, when: "email_kind(email) in ('personal', 'disposable', 'invalid')",
              points: -15 }

      engagement:
        range: -20..120
        groups:
          learning: { max: 50 }
        rules:
          - { name: Whitepaper, group: learning, on: whitepaper_download, within: 1y, points: 15, decay: half-life 90d,
              max: 30 }
          - { name: Webinar, group: learning, on: webinar_attended, within: 1y, points: 25, decay: half-life 90d, max: 40 }
          - { name: Asked for a demo, on: demo_request, within: 1y, count: once, points: 30, decay: half-life 90d }
          - { name: Asked for a proposal, on: proposal_requested, within: 1y, count: once, points: 35,
              decay: half-life 90d }
          - { name: Met us, on: meeting_held, within: 180d, points: 10, decay: half-life 90d, max: 20 }
          - name: Security and prices
            on: page_view
            where: contains(url, '/security', '/pricing', '/compliance')
            within: 90d
            count: each per day
            points: 3
            decay: half-life 30d
            max: 12
          - { name: Clicked e-mails, on: email_click, within: 90d, points: 2, decay: half-life 30d, max: 8 }
          - { name: Unsubscribed, on: unsubscribe, count: once, points: -10 }
          - { name: Gone quiet, idle: { 90d: -5, 180d: -15 }, ignoring: [unsubscribe] }

      total:
        range: 0..150
        sum: { fit: 1, engagement: 1 }

    bands:
      fit: { A: 50, B: 30, C: 15, D: }
      engagement: { 1: 60, 2: 30, 3: 10, 4: }

    matrix: [fit, engagement]

    stages:
      - { name: sql, when: total >= 100 and fit >= 30 }
      - { name: mql, when: total >= 60 and fit >= 15 }
      - { name: nurture, when: total >= 20 }
      - { name: cold }

    examples:
      # fit: 4000 employees 15 + revenue 10 + banking 10 = 35; vice president 15; several decision-makers 20: 70
      # engagement: whitepaper 15, halved after 90 days, 7.5; webinar 25 likewise 12.5; demo today 30; proposal today 35: 85
      # total 70 + 85 = 155, of which the range leaves 150
      - name: A bank that wants a proposal
        lead: { email: ada@example.com, job_title: Vice President of Operations, company_size: 4000,
                annual_revenue: 250000000, industry: Banking, decision_makers: 3 }
        events:
          - { event: whitepaper_download, ago: 90d }
          - { event: webinar_attended, ago: 90d }
          - { event: demo_request }
          - { event: proposal_requested }
        expect: { fit: 70, engagement: 85, total: 150, matrix: A1, stage: sql }

      # 5 for the size and 6 for the manager; a whitepaper 15 + a webinar 25 = 40; one decision-maker is not several
      - name: One enthusiast
        lead: { job_title: IT Manager, company_size: 300, decision_makers: 1 }
        events: [{ event: whitepaper_download }, { event: webinar_attended }]
        expect: { fit: 11, engagement: 40, total: 51, stage: nurture }

      # a private address -15; meeting 10 + security 3 + click 2 - unsubscribed 10 = 5
      - name: Met once, and left
        lead: { email: bo@gmail.com }
        events:
          - { event: meeting_held }
          - { event: page_view, url: https://acme.example/security }
          - { event: email_click }
          - { event: unsubscribe }
        expect: { fit: -15, engagement: 5, total: 0, stage: cold }

      # a whitepaper, halved after 90 days, 7.5, and quiet since -5: 2.5, reported 3
      - { name: Quiet for 90 days, events: [{ event: whitepaper_download, ago: 90d }],
          expect: { engagement: 3, stage: cold } }

    """#)
}
