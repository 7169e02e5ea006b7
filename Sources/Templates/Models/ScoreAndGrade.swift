extension Template {
  /// For teams that come from Account Engagement (Pardot) and qualify by score and grade.
  static let scoreAndGrade = Template(
    "score-and-grade", .companies,
    #"""
    leadline: 1
    name: Score and grade
    description: For teams that come from Account Engagement (Pardot) and qualify by score and grade.

    # Two measures that are never added: the SCORE says how much somebody did, the GRADE (a letter from F to A+) how well
    # they suit us. The better the grade, the less somebody has to do before sales hears of them.
    # The points are the defaults of Account Engagement: nothing fades and nothing has a limit.
    #
    # Reads of leads:  industry, country, job_title, account_type
    # Reads of events: form_submit, landing_page_submit, opportunity_created, opportunity_lost, chat, custom_redirect_click,
    #                  file_download, site_search, link_click, session, page_view, form_error, email_open
    #   The usual names of CRM exports (Title, Country/Region ...) are found by themselves. A column or event of another
    #   name: rename it, or write its name here. What you do not have gives nothing.
    #   `account_type` holds Key Account, Reseller, Direct Customer or Not a Fit.
    #
    # Change first:
    #   1. The grade: industries, regions and titles of your customers. Until then everybody stays near D.
    #   2. Add `within: 1y` and `decay: half-life 60d` to the rules, so that what people did years ago does not count for
    #      ever.
    #   3. The table at the end, with sales: which grade needs how many points.

    # A file may lack these.
    optional: [industry, country, job_title, account_type]

    lists:
      home_region: [US, CA]
      growth_region: [GB, IE, AU, NZ]

    scores:
      score:
        rules:
          - { name: Form, on: form_submit, points: 50 }
          - { name: Landing page, on: landing_page_submit, points: 50 }
          - { name: Opportunity created, on: opportunity_created, points: 50 }
          - { name: Opportunity lost, on: opportunity_lost, points: -100 }
          - { name: Chat, on: chat, points: 10 }
          - { name: Custom redirect, on: custom_redirect_click, points: 3 }
          - { name: File, on: file_download, points: 3 }
          - { name: Site search, on: site_search, points: 3 }
          - { name: Link in an e-mail, on: link_click, points: 3 }
          - { name: Session, on: session, points: 3 }
          - { name: Page, on: page_view, points: 1 }
          - { name: Form with an error, on: form_error, points: -5 }
          - { name: Opened an e-mail, on: email_open, points: 0 }    # the default; opens are mostly made by machines

    grade:
      start: D
      criteria:
        - { name: Software, when: "industry in ('Software', 'Computer Software', 'SaaS')", match: 2/3 }
        - { name: Adjacent industry, when: "industry in ('Information Technology', 'Internet', 'Telecommunications')",
            match: 1/3 }
        - { name: Home region, when: country(country) in home_region, match: 2/3 }
        - { name: Growth region, when: country(country) in growth_region, match: 1/3 }
        - { name: Managerial title, when: "seniority(job_title) in ('owner', 'c-level', 'vp', 'director', 'manager')",
            match: 2/3 }
        - { name: Operational title, when: "seniority(job_title) in ('senior', 'staff')", match: 1/3 }
        - { name: Key account, when: account_type = 'Key Account', match: 1 }
        - { name: Reseller, when: account_type = 'Reseller', match: 2/3 }
        - { name: Direct customer, when: account_type = 'Direct Customer', match: 1/3 }
        - { name: Not a fit, when: account_type = 'Not a Fit', match: -1 }

    stages:
      # Grade times points: over 100 from B up, 120 with B-, 160 with C+, 180 with C, 200 with C-, 240 with D+.
      - name: qualified
        when: >-
          grade in ('A+', 'A', 'A-', 'B+', 'B') and score > 100
          or grade = 'B-' and score > 120
          or grade = 'C+' and score > 160
          or grade = 'C' and score > 180
          or grade = 'C-' and score > 200
          or grade = 'D+' and score > 240
      - { name: engaged, when: score >= 50 }
      - { name: nurture, when: score > 0 }
      - { name: cold }

    examples:
      # D, and up by thirds: software 2 + home 2 + manager 2 = 6: D+ C- C C+ B- B.  Points: 2 forms 100 are not over 100 ...
      - name: Grade B with 100 points
        lead: { industry: Software, country: US, job_title: Marketing Manager }
        events: [{ event: form_submit, ago: 90d }, { event: landing_page_submit, ago: 30d }]
        expect: { score: 100, grade: B, stage: engaged }
      # ... and a page more is.
      - name: Grade B with 101 points
        lead: { industry: Software, country: US, job_title: Marketing Manager }
        events: [{ event: form_submit, ago: 90d }, { event: landing_page_submit, ago: 30d }, { event: page_view }]
        expect: { score: 101, grade: B, stage: qualified }

      # adjacent 1 + growth 1 + operational 1 + reseller 2 = 5 thirds: B-, which needs more than 120
      # chat 10 + redirect, file, search, link, session 5 x 3 = 15 + opportunity 50 + form 50 - error 5 = 120
      - name: Grade B- with 120 points
        lead: { industry: Internet, country: GB, job_title: Software Developer, account_type: Reseller }
        events:
          - { event: chat }
          - { event: custom_redirect_click }
          - { event: file_download }
          - { event: site_search }
          - { event: link_click }
          - { event: session }
          - { event: opportunity_created }
          - { event: form_submit }
          - { event: form_error }
          - { event: email_open, times: 10 }
        expect: { score: 120, grade: B-, stage: engaged }

      # software 2 + home 2 + manager 2 + key account 3 = 9 thirds: A
      - name: As good as it gets
        lead: { industry: Software, country: US, job_title: CEO, account_type: Key Account }
        expect: { score: 0, grade: A, stage: cold }

      # one letter down; a lost opportunity takes more than a form gave: 50 - 100 = -50
      - name: Not for us
        lead: { account_type: Not a Fit }
        events: [{ event: form_submit }, { event: opportunity_lost }]
        expect: { score: -50, grade: F, stage: cold }

    """#)
}
