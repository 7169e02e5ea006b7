extension Template {
  /// For teams that start from nothing - demographics, behaviour, deductions, relationship.
  static let fourBuckets = Template(
    "four-buckets", .first,
    #"""
    leadline: 1
    name: Four buckets
    description: For teams that start from nothing - demographics, behaviour, deductions, relationship.

    # Four buckets, kept apart so that one can see what is in them. Demographics come in three tiers - critical, important,
    # influencing - and make at most half of the total: 50 of 100.
    #
    # Reads of leads:  email, job_title, company_size, industry, country, website
    # Reads of events: page_view (url), content_download, webinar_attended, demo_request, email_click, unsubscribe, bounce,
    #                  meeting_held, call_connected, referred, event_attended
    #   The usual names of CRM exports (Title, No. of Employees, Country/Region ...) are found by themselves. A column or
    #   event of another name: rename it, or write its name here. What you do not have gives nothing.
    #
    # Change first:
    #   1. Ask sales for the three facts without which they never win. These are critical; all the rest is not.
    #   2. The values in the tables of company size and industry.
    #   3. Deductions: what wasted the most of your time last year.

    # A file may lack these.
    optional: [email, job_title, company_size, industry, country, website, url]

    scores:
      # 1. Demographics, at most 50
      demographics:
        range: 0..50
        groups:
          critical: { max: 25 }
          important: { max: 15 }
          influencing: { max: 10 }
        rules:
          - { name: Company size, group: critical, by: employees(company_size),
              points: { "<20": 0, "20..99": 8, "100..999": 13, "1000+": 10 } }
          - { name: Seniority, group: critical, by: seniority(job_title),
              points: { owner | c-level | vp: 12, director: 10, manager: 6, other: 0 } }
          - { name: Industry, group: important, by: industry,
              points: { Software | Financial Services: 8, Manufacturing: 5, other: 0 } }
          - { name: Department, group: important, by: department(job_title),
              points: { marketing | sales: 7, executive: 5, other: 0 } }
          - { name: Home market, group: influencing, when: "country(country) in ('US', 'CA', 'GB')", points: 6 }
          - { name: Has a website, group: influencing, when: website is known, points: 4 }

      # 2. Behaviour, at most 50; fades
      behaviour:
        range: 0..50
        groups:
          light: { max: 20 }
          heavy: { max: 45 }
        rules:
          - { name: Pages, group: light, on: page_view, within: 30d, points: 1, decay: half-life 14d, max: 6 }
          - { name: Looked at prices, group: heavy, on: page_view, where: "contains(url, '/pricing')", within: 60d,
              count: each per day, points: 6, decay: half-life 14d, max: 12 }
          - { name: Clicked e-mails, group: light, on: email_click, within: 60d, points: 2, decay: half-life 14d, max: 8 }
          - { name: Content, group: light, on: content_download, within: 180d, points: 5, decay: half-life 30d, max: 10 }
          - { name: Webinar, group: heavy, on: webinar_attended, within: 180d, points: 10, decay: half-life 30d, max: 20 }
          - { name: Asked for a demo, group: heavy, on: demo_request, within: 180d, count: once, points: 25,
              decay: half-life 45d }

      # 3. Deductions
      deductions:
        range: -60..0
        rules:
          - { name: Student or beginner, when: seniority(job_title) = 'entry', points: -20 }
          - { name: Kind of address, by: email_kind(email),
              points: { personal | role: -5, education: -10, disposable | invalid: -40, other: 0 } }
          - { name: Unsubscribed, on: unsubscribe, count: once, points: -15 }
          - { name: Address bounced, on: bounce, within: 1y, count: once, points: -20 }
          - { name: Gone quiet, idle: { 30d: -3, 60d: -8, 90d: -15 }, ignoring: [bounce, unsubscribe] }

      # 4. Relationship, at most 30
      relationship:
        range: 0..30
        rules:
          - { name: Was recommended to us, on: referred, count: once, points: 10 }
          - { name: Met us, on: meeting_held, within: 180d, points: 8, decay: half-life 60d, max: 16 }
          - { name: Talked to us, on: call_connected, within: 90d, points: 4, decay: half-life 30d, max: 8 }
          - { name: Came to an event, on: event_attended, within: 180d, count: once, points: 6, decay: half-life 60d }

      total:
        range: 0..100
        sum: { demographics: 1, behaviour: 1, deductions: 1, relationship: 1 }

    bands:
      demographics: { A: 38, B: 25, C: 12, D: }
      total: { hot: 70, warm: 45, cool: 20, cold: }

    stages:
      - { name: sql, when: total >= 70 and demographics >= 25 }
      - { name: mql, when: total >= 45 }
      - { name: nurture, when: total >= 20 }
      - { name: cold }

    examples:
      # demographics: 100 employees 13 + director 10 = 23; software 8 + marketing 7 = 15; home 6 + website 4 = 10; 48
      # behaviour: demo 45 days ago 12.5; prices today 6; pages 1 (the same view); content 30 days ago 2.5:  22
      # deductions: role address -5. relationship: recommended 10 + a meeting 60 days ago 4 = 14
      # total 48 + 22 - 5 + 14 = 79
      - name: Recommended, and ready
        lead: { email: info@example.com, job_title: Director of Marketing, company_size: 100, industry: Software,
                country: GB, website: example.com }
        events:
          - { event: demo_request, ago: 45d }
          - { event: content_download, ago: 30d }
          - { event: page_view, url: /pricing }
          - { event: referred, ago: 70d }
          - { event: meeting_held, ago: 60d }
        expect: { demographics: 48, behaviour: 22, deductions: -5, relationship: 14, total: 79, demographics_band: A,
                  stage: sql }

      # All of the first bucket - 25 + 15 + 10 - is half of what there is, and no more
      - name: Perfect on paper, and silent
        lead: { email: ada@example.com, job_title: VP Marketing, company_size: 500, industry: Software, country: US,
                website: example.com }
        created: 30d
        expect: { demographics: 50, behaviour: 0, deductions: -3, total: 47, stage: mql }

      # demographics: marketing 7. behaviour: click 2 + webinar 10 = 12. relationship: call 4 + event 6 = 10
      # deductions: beginner -20, unsubscribed -15, bounced -20: -55. total 7 + 12 - 55 + 10 = -26, of which the range makes
      # 0
      - name: Nice to talk to, and no buyer
        lead: { job_title: Marketing Intern }
        events:
          - { event: email_click }
          - { event: webinar_attended }
          - { event: call_connected }
          - { event: event_attended }
          - { event: unsubscribe }
          - { event: bounce }
        expect: { demographics: 7, behaviour: 12, deductions: -55, relationship: 10, total: 0, stage: cold }

    """#)
}
