extension Template {
  /// For software that people use before anybody sells it to them.
  static let productLedSaaS = Template(
    "product-led-saas", .companies,
    #"""
    leadline: 1
    name: Product-led SaaS
    description: For software that people use before anybody sells it to them.

    # The product is the best salesman: who reaches the key feature, reads the manual and writes to support is trying to
    # make it work. The highest stage asks for use AND for a company that is worth a call.
    #
    # Reads of leads:  email, job_title, company_size
    # Reads of events: product_login, key_feature_used, trial_started, demo_request, knowledge_base_visit, support_ticket,
    #                  user_invited, subscription_cancelled
    #   The usual names of CRM exports (Title, No. of Employees ...) are found by themselves. A column or event of another
    #   name: rename it, or write its name here. What you do not have gives nothing.
    #
    # Change first:
    #   1. `key_feature_used`: the one act after which people stay.
    #   2. `within: 30d`: twice the length of your trial.
    #   3. Company sizes: from which size a conversation pays for itself.

    # A file may lack these.
    optional: [email, job_title, company_size]

    scores:
      fit:
        range: -30..40
        rules:
          - name: Company size
            by: employees(company_size)
            points: { "<10": 0, "10..49": 8, "50..499": 20, "500+": 15 }
          - name: Role
            by: department(job_title)
            points: { engineering | product | it | data: 10, executive: 8, other: 2 }
          - name: Kind of address
            by: email_kind(email)
            points: { business: 10, personal: -5, education: -5, disposable | invalid: -30, other: 0 }

      usage:
        range: -20..120
        groups:
          help: { max: 45 }                  # reading the manual and asking for help
        rules:
          - { name: Key feature, on: key_feature_used, within: 30d, count: each per day, points: 10, decay: half-life 14d,
              max: 30 }
          - { name: Trial, on: trial_started, within: 60d, count: once, points: 20, decay: half-life 30d }
          - { name: Asked for a demo, on: demo_request, within: 90d, count: once, points: 25, decay: half-life 30d }
          - { name: Knowledge base, group: help, on: knowledge_base_visit, within: 30d, count: once, points: 15 }
          - { name: Support ticket, group: help, on: support_ticket, within: 30d, count: once, points: 30 }
          - { name: Came back in one week, on: product_login, within: 7d, count: at least 3, points: 10 }
          - { name: Invited colleagues, on: user_invited, within: 90d, points: 5, max: 15 }
          - { name: Cancelled, on: subscription_cancelled, within: 180d, count: once, points: -20 }
          - { name: Stopped using it, idle: { 14d: -10, 30d: -20 }, ignoring: [subscription_cancelled] }

      total:
        range: 0..150
        sum: { fit: 1, usage: 1 }

    stages:
      - { name: product-qualified, when: usage >= 50 and fit >= 15 }
      - { name: self-service, when: usage >= 30 }
      - { name: onboarding, when: usage > 0 }
      - { name: dormant }

    examples:
      # fit: 120 employees 20 + engineering 10 + business address 10 = 40
      # usage: trial 20, halved after 30 days, 10; key feature today 10 and, halved after 14 days, 5; knowledge base 15;
      #   ticket 30, together with it 45:  10 + 15 + 45 = 70; total 110
      - name: A team that makes it work
        lead: { email: ada@example.com, job_title: Software Engineer, company_size: 120 }
        events:
          - { event: trial_started, ago: 30d }
          - { event: key_feature_used, ago: 14d }
          - { event: knowledge_base_visit, ago: 2d }
          - { event: support_ticket, ago: 2d }
          - { event: key_feature_used }
        expect: { fit: 40, usage: 70, total: 110, stage: product-qualified }

      # the key feature once 10, two logins are not three; a private address -5
      - name: A curious student
        lead: { email: bo@gmail.com }
        events: [{ event: key_feature_used }, { event: product_login, times: 2 }]
        expect: { fit: -5, usage: 10, stage: onboarding }

      # demo 25 + three logins 10 + four colleagues 15, which is the limit, - cancelled 20 = 30
      - name: Invited the team, then cancelled
        events:
          - { event: demo_request }
          - { event: product_login, ago: 6d, times: 3 }
          - { event: user_invited, times: 4 }
          - { event: subscription_cancelled }
        expect: { usage: 30, stage: self-service }

      # trial, halved after 30 days, 10, and not seen since -20
      - { name: Gave up, events: [{ event: trial_started, ago: 30d }], expect: { usage: -10, stage: dormant } }

    """#)
}
