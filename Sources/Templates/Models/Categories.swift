extension Template {
  /// For a first model that everybody understands - one number, four categories.
  static let categories = Template(
    "categories", .first,
    #"""
    leadline: 1
    name: Prospect, lead, MQL, SQL
    description: For a first model that everybody understands - one number, four categories.

    # One score from 0 to 100, and four names for it: prospect up to 10, lead 11 to 40, MQL 41 to 70, SQL 71 to 100.
    # Somebody who looked at the prices (5), sent an inquiry (15) and asked for a demo (25) has 45 and is an MQL; the
    # inquiry alone is 15 and a lead. What people do together says more than any single act.
    #
    # Reads of leads:  email, job_title, company_size
    # Reads of events: page_view (url), inquiry, demo_request, content_download, webinar_attended, email_click, unsubscribe
    #   The usual names of CRM exports (Title, No. of Employees ...) are found by themselves. A column or event of another
    #   name: rename it, or write its name here. What you do not have gives nothing.
    #
    # Change first:
    #   1. Company size and seniority: who your customers are.
    #   2. The half-life of 60 days: about as long as somebody thinks about buying.
    #   3. Only then the points; the four categories can stay as they are.

    # A file may lack these.
    optional: [email, job_title, company_size, url]

    scores:
      score:
        range: 0..100
        groups:
          who: { max: 40 }
          reading: { max: 25 }
        rules:
          - { name: Company size, group: who, by: employees(company_size), points: { "<10": 0, "10..49": 10, "50+": 20 } }
          - { name: Seniority, group: who, by: seniority(job_title),
              points: { owner | c-level | vp: 20, director: 16, manager: 10, other: 0 } }
          - { name: Address does not work, when: "email_kind(email) in ('disposable', 'invalid')", points: -40 }

          - { name: Pricing page, on: page_view, where: "contains(url, '/pricing')", within: 60d, count: each per day,
              points: 5, decay: half-life 60d, max: 15 }
          - { name: Inquiry, on: inquiry, within: 180d, count: once, points: 15, decay: half-life 60d }
          - { name: Asked for a demo, on: demo_request, within: 180d, count: once, points: 25, decay: half-life 60d }
          - { name: Content, group: reading, on: content_download, within: 180d, points: 5, decay: half-life 60d, max: 15 }
          - { name: Webinar, group: reading, on: webinar_attended, within: 180d, points: 10, decay: half-life 60d, max: 20 }
          - { name: Clicked e-mails, group: reading, on: email_click, within: 90d, points: 1, decay: half-life 60d, max: 5 }
          - { name: Unsubscribed, on: unsubscribe, count: once, points: -20 }

    bands:
      score: { SQL: 71, MQL: 41, lead: 11, prospect: }

    stages:
      - { name: sql, when: score >= 71 }
      - { name: mql, when: score >= 41 }
      - { name: lead, when: score >= 11 }
      - { name: prospect }

    examples:
      # 5 + 15 + 25 = 45
      - name: Prices, an inquiry and a demo
        events: [{ event: page_view, url: https://acme.example/pricing }, { event: inquiry }, { event: demo_request }]
        expect: { score: 45, score_band: MQL, stage: mql }
      - { name: The inquiry alone, events: [{ event: inquiry }], expect: { score: 15, score_band: lead, stage: lead } }

      # at the edges: manager 10 is a prospect, one click more a lead; 20 + 20 = 40 is a lead, one click more an MQL
      - { name: Ten, lead: { job_title: Office Manager }, expect: { score: 10, stage: prospect } }
      - { name: Eleven, lead: { job_title: Office Manager }, events: [{ event: email_click }],
          expect: { score: 11, stage: lead } }
      - { name: Forty, lead: { job_title: CEO, company_size: 50 }, expect: { score: 40, stage: lead } }
      - { name: Forty-one, lead: { job_title: CEO, company_size: 50 }, events: [{ event: email_click }],
          expect: { score: 41, stage: mql } }
      # 40 + demo 25 + content 5 = 70 is an MQL, one click more an SQL
      - name: Seventy
        lead: { job_title: CEO, company_size: 50 }
        events: [{ event: demo_request }, { event: content_download }]
        expect: { score: 70, stage: mql }
      - name: Seventy-one
        lead: { job_title: CEO, company_size: 50 }
        events: [{ event: demo_request }, { event: content_download }, { event: email_click }]
        expect: { score: 71, stage: sql }

      # CEO 20 + webinar 10 - unsubscribed 20 = 10;  40 - 40 = 0
      - name: Left after a webinar
        lead: { job_title: CEO }
        events: [{ event: webinar_attended }, { event: unsubscribe }]
        expect: { score: 10, stage: prospect }
      - name: A throw-away address
        lead: { email: ada@mailinator.com, job_title: CEO, company_size: 50 }
        expect: { score: 0, stage: prospect }

    """#)
}
