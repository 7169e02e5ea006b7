/// The scoring model of the demo, as a file that people read and change.
enum DemoModel {
  static let text = #"""
    leadline: 1
    name: Harbourlight

    # How Harbourlight, which sells scheduling software to companies that work in shifts, ranks its leads.
    #
    # Two questions, two scores. FIT: is this somebody we can help? ENGAGEMENT: do they want it now? Change any number,
    # save, and score again. `leadline check model.yaml` tells you what is wrong or doubtful.

    lists:
      competitors: [rosterkraken.example, plannibus.example, shiftopotamus.example]
      free_mail: [freemail.example, postbox.example, kitemail.example]
      near_home: [United States, USA, US, Canada, United Kingdom, UK, GB, Ireland]

    # Nobody here gets a score. The first line that holds is the reason.
    exclude:
      - { name: Works for a competitor, when: domain(email) in competitors }
      - { name: Is a customer already, when: status = 'customer' }

    scores:

      # Who they are. It changes only when we learn something new about them.
      fit:
        range: -50..100
        groups:
          role: { max: 40 }
          company: { max: 60 }
          quality: { min: -40 }
        rules:
          # Whoever suffers from a bad rota, and may sign for a better one.
          - name: Seniority
            group: role
            by: seniority
            points: { C-level | VP: 25, Director: 25, Manager: 15, other: 0 }
          - { name: Plans the shifts, group: role, when: "department in ('Operations', 'Human Resources', 'Scheduling')", points: 15 }
          - { name: Head of something, group: role, when: "seniority is missing and word(job_title, 'head', 'vp', 'director', 'chief', 'founder')", points: 20 }

          # Many people, many shifts.
          - name: Company size
            group: company
            by: company_size
            points: { "<10": 0, "10..49": 12, "50..999": 28, "1000+": 20, missing: 8 }
          - name: Industry
            group: company
            by: industry
            points: { Healthcare | Logistics | Hospitality | Retail: 24, Manufacturing | Public sector: 14, other: 4 }
          - { name: Near home, group: company, when: country in near_home, points: 4 }
          - { name: Has a budget, group: company, when: budget >= 10000, points: 4 }

          # What makes us doubt.
          - { name: Student or intern, group: quality, when: "seniority = 'Student' or word(job_title, 'student', 'intern')", points: -40 }
          - { name: Private address, group: quality, when: domain(email) in free_mail, points: -8 }
          - { name: No way to reach them, group: quality, when: email is missing and phone is missing, points: -15 }
          - { name: Came for a job, group: quality, when: lead_source = 'Careers page', points: -15 }

      # What they do. Points fade: half are gone after one half-life, three quarters after two.
      engagement:
        range: -50..100
        split: [buying]                # engagement_buying: the same, of the rules with this tag alone
        groups:
          reading: { max: 20 }         # curiosity does not make a buyer, however much of it there is
          buying: { max: 90 }
          against: { min: -60 }
        rules:
          - { name: Page views, group: reading, on: page_view, within: 90d, points: 1, decay: half-life 14d, max: 8 }
          - { name: Product pages, group: reading, on: page_view, where: "contains(url, '/product/', '/integrations', '/security')", within: 60d, points: 1, decay: half-life 14d, max: 8 }
          - { name: Guides, group: reading, on: content_download, within: 180d, count: once, points: 5, decay: half-life 30d }
          - { name: Opened e-mails, group: reading, on: email_open, within: 60d, points: 0.5, decay: linear 60d, max: 3 }
          - { name: Clicked e-mails, group: reading, on: email_click, within: 90d, points: 2, decay: half-life 21d, max: 6 }
          - { name: Summer sale, group: reading, on: email_click, where: "campaign = 'summer-rota-sale'", within: 45d, count: once, points: 4 }

          - { name: Looked at prices, group: buying, tags: [buying], on: page_view, where: "ends_with(url, '/pricing')", within: 60d, count: each per day, points: 8, decay: half-life 14d, max: 20 }
          - { name: Asked for a demo, group: buying, tags: [buying], on: demo_request, within: 180d, count: once, points: 40, decay: half-life 21d }
          - { name: Started a trial, group: buying, tags: [buying], on: trial_signup, within: 60d, count: once, points: 25, decay: half-life 21d }
          - { name: Uses the trial, group: buying, tags: [buying], on: trial_login, within: 14d, count: at least 3, points: 10 }
          - { name: Came to a webinar, group: buying, tags: [buying], on: webinar_attended, within: 180d, points: 10, decay: half-life 30d, max: 15 }

          - { name: Unsubscribed, group: against, on: unsubscribe, count: once, points: -15 }
          - { name: Address does not exist, group: against, on: bounce, within: 365d, count: once, points: -25 }
          - { name: Looks for a job with us, group: against, on: page_view, where: "contains(url, '/careers')", within: 90d, points: -5, min: -25 }
          - { name: Gone quiet, group: against, idle: { 30d: -4, 60d: -10, 90d: -20 }, ignoring: [email_sent, bounce, unsubscribe] }

      # What sales sorts by: wanting it counts for more than suiting us.
      total:
        range: 0..100
        sum: { fit: 0.4, engagement: 0.7 }

    bands:
      fit: { A: 75, B: 55, C: 35, D: }
      engagement: { 1: 40, 2: 15, 3: 3, 4: }
      total: { A: 60, B: 40, C: 25, D: 10, E: }

    # A2: suits us very well, and is interested.
    matrix: [fit, engagement]

    # The account in school marks, for people who do not like points: from C up or down by thirds of a letter.
    grade:
      start: C
      criteria:
        - { name: Works in shifts, when: "industry in ('Healthcare', 'Logistics', 'Hospitality', 'Retail')", match: 2/3, miss: -1/3 }
        - { name: The right size, when: company_size between 50 and 999, match: 2/3, miss: -1/3 }
        - { name: May sign, when: "seniority in ('C-level', 'VP', 'Director')", match: 2/3 }
        - { name: Near home, when: country in near_home, match: 1/3 }
        - { name: Student, when: "seniority = 'Student'", match: -2 }

    # What to do with them; the first line that holds.
    stages:
      - { name: call today, when: total >= 60 and engagement_buying >= 25 }
      - { name: call this week, when: total >= 40 }
      - { name: nurture, when: total >= 20 }
      - { name: wait }

    """#
}
