extension Template {
  /// For companies that sell to companies - people, firms, web, e-mail, social and spam.
  static let sixPartB2B = Template(
    "b2b-six-parts", .companies,
    #"""
    leadline: 1
    name: Six-part B2B
    description: For companies that sell to companies - people, firms, web, e-mail, social and spam.

    # Six parts, two questions. WHO they are (1 demographic, 2 company, 6 spam) is the score `fit`; what they DO
    # (3 online behaviour, 4 e-mail, 5 social) is `engagement`. Each part has a limit, so none of them can win alone.
    #
    # Reads of leads:  email, job_title, company, company_size, industry, country, first_name
    # Reads of events: page_view (url), blog_subscribed, whitepaper_download, webinar_attended, demo_request,
    #                  email_open, email_click, email_reply, unsubscribe, social_follow, social_share, social_click
    #   The usual names of CRM exports (Title, No. of Employees, Country/Region ...) are found by themselves. A column or
    #   event of another name: rename it, or write its name here. What you do not have gives nothing.
    #
    # Change first:
    #   1. `competitors`: the e-mail domains of yours.
    #   2. The industries, countries and company sizes that you really win. Your last twenty customers know.
    #   3. The stages at the end: raise the numbers until sales gets as many leads as it can call.

    # A file may lack these.
    optional: [email, job_title, company, company_size, industry, country, first_name, url]

    lists:
      competitors: [rival.example, other-rival.example]

    exclude:
      - { name: Works for a competitor, when: domain(email) in competitors }

    scores:
      fit:
        range: -50..50
        groups:
          demographic: { max: 25 }
          company: { max: 25 }
          spam: { min: -50 }
        rules:
          # 1. Demographic: can they decide, and is it their problem?
          - name: Seniority
            group: demographic
            by: seniority(job_title)
            points: { owner | c-level | vp: 15, director: 12, manager: 8, senior: 3, entry: -10, other: 0 }
          - name: Department
            group: demographic
            by: department(job_title)
            points: { executive | marketing | sales: 10, operations | it: 5, other: 0 }

          # 2. Company: do we sell to firms like theirs?
          - name: Company size
            group: company
            by: employees(company_size)
            points: { "<10": 0, "10..49": 5, "50..999": 10, "1000+": 8 }
          - name: Industry
            group: company
            by: industry
            points: { Software | Information Technology: 10, Manufacturing | Financial Services: 6, other: 0 }
          - { name: Home market, group: company, when: "country(country) in ('US', 'CA', 'GB')", points: 5 }

          # 6. Spam: signs that nobody is there. One alone means little.
          - name: Kind of address
            group: spam
            by: email_kind(email)
            points: { business: 0, personal: -5, role: -5, education: -10, disposable | invalid: -40 }
          - { name: Name from the keyboard, group: spam, when: keyboard_walk(first_name) or repeated(first_name),
              points: -20 }
          - { name: Name in small letters, group: spam, when: uncapitalised(first_name), points: -3 }
          - { name: Name is the company, group: spam, when: first_name = company, points: -10 }

      # Points fade: half are left after one half-life, a quarter after two.
      engagement:
        range: -20..100
        groups:
          online: { max: 70 }
          e-mail: { max: 20, min: -20 }
          social: { max: 10 }
        rules:
          # 3. Online behaviour. A blog is read by many, a whitepaper by those who have the problem: 2 against 25.
          - name: Looked at prices
            group: online
            on: page_view
            where: contains(url, '/pricing')
            within: 60d
            count: each per day
            points: 5
            decay: half-life 14d
            max: 15
          - name: Other pages
            group: online
            on: page_view
            where: not contains(url, '/pricing')
            within: 30d
            points: 1
            decay: half-life 14d
            max: 8
          - { name: Blog subscription, group: online, on: blog_subscribed, count: once, points: 2 }
          - name: Whitepaper
            group: online
            on: whitepaper_download
            within: 180d
            count: once
            points: 25
            decay: half-life 45d
          - { name: Webinar, group: online, on: webinar_attended, within: 180d, points: 12, decay: half-life 45d, max: 20 }
          - { name: Asked for a demo, group: online, on: demo_request, within: 180d, count: once, points: 40,
              decay: half-life 45d }

          # 4. E-mail. Opens say little since mail programs load pictures by themselves.
          - { name: Opened e-mails, group: e-mail, on: email_open, within: 30d, points: 0.5, decay: linear 30d, max: 3 }
          - { name: Clicked e-mails, group: e-mail, on: email_click, within: 90d, points: 3, decay: half-life 14d, max: 12 }
          - { name: Answered an e-mail, group: e-mail, on: email_reply, within: 90d, points: 8, decay: half-life 30d,
              max: 16 }
          - { name: Unsubscribed, group: e-mail, on: unsubscribe, count: once, points: -15 }

          # 5. Social
          - { name: Follows us, group: social, on: social_follow, count: once, points: 3 }
          - { name: Shared a post, group: social, on: social_share, within: 90d, points: 3, max: 6 }
          - { name: Clicked a post, group: social, on: social_click, within: 30d, points: 1, max: 4 }

          - { name: Gone quiet, idle: { 45d: -5, 90d: -10, 180d: -20 }, ignoring: [unsubscribe] }

      total:
        range: 0..150
        sum: { fit: 1, engagement: 1 }

    bands:
      fit: { A: 35, B: 20, C: 5, D: }
      engagement: { 1: 45, 2: 25, 3: 10, 4: }

    matrix: [fit, engagement]

    stages:
      - { name: sql, when: total >= 80 and fit >= 20 }
      - { name: mql, when: total >= 50 }
      - { name: nurture, when: total >= 15 }
      - { name: cold }

    examples:
      # fit: seniority 15 + department 10 = 25, size 10 + industry 10 + home 5 = 25, together 50
      # engagement: whitepaper 25, halved after 45 days: 12.5; prices today 5; blog 2; one click, halved after 14 days: 1.5
      #   12.5 + 5 + 2 + 1.5 = 21; total 50 + 21 = 71
      - name: The right person, a little interested
        lead: { email: ada@example.com, job_title: Chief Marketing Officer, company_size: 250, industry: Software,
                country: US, first_name: Ada }
        events:
          - { event: whitepaper_download, ago: 45d }
          - { event: email_click, ago: 14d }
          - { event: blog_subscribed, ago: 14d }
          - { event: page_view, url: https://acme.example/pricing }
        expect: { fit: 50, engagement: 21, total: 71, fit_band: A, matrix: A3, stage: mql }

      # 2 against 25
      - { name: Subscribed to the blog, events: [{ event: blog_subscribed }], expect: { engagement: 2, stage: cold } }
      - { name: Downloaded the whitepaper, events: [{ event: whitepaper_download }],
          expect: { engagement: 25, stage: nurture } }

      # throw-away address -40, keyboard -20 = -60, of which the part takes 50; small letters too, but it is full
      - name: Nobody at all
        lead: { email: asdf@mailinator.com, first_name: asdf }
        expect: { fit: -50, total: 0, stage: cold }

      # fit: small letters -3, the name is the company -10: -13
      # engagement: a page 1 + webinar 12 + demo 40 = 53; opened 0.5 + answered 8 - unsubscribed 15 = -6.5;
      #   follows 3 + shared 3 + clicked 1 = 7;  53 - 6.5 + 7 = 53.5, reported 54; total -13 + 54 = 41
      - name: A bit of everything
        lead: { first_name: brightwater, company: Brightwater }
        events:
          - { event: page_view, url: https://acme.example/blog }
          - { event: webinar_attended }
          - { event: demo_request }
          - { event: email_open }
          - { event: email_reply }
          - { event: unsubscribe }
          - { event: social_follow }
          - { event: social_share }
          - { event: social_click }
        expect: { fit: -13, engagement: 54, total: 41, stage: nurture }

      # blog 2, and quiet since -5
      - { name: Quiet for 45 days, events: [{ event: blog_subscribed, ago: 45d }], expect: { engagement: -3, stage: cold } }

    """#)
}
