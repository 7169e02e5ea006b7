extension Template {
  /// For customer success, to see who has outgrown their plan and who needs help first.
  static let upSell = Template(
    "up-sell", .customers,
    #"""
    leadline: 1
    name: Up-sell to customers
    description: For customer success, to see who has outgrown their plan and who needs help first.

    # Two scores for customers, and none for anybody else. `health` says whether they are well, `up_sell` whether they need
    # more. An offer to somebody who waits for support costs a customer, so the first stage asks for both.
    #
    # Reads of leads:  customer_since, plan, seat_use, job_title
    # Reads of events: onboarding_completed, product_login, key_feature_used, user_invited, limit_reached, page_view (url),
    #                  support_ticket, ticket_solved, nps_answer (rating), invoice_overdue, success_call
    #   A column or event of another name: rename it, or write its name here. What you do not have gives nothing.
    #   `seat_use` is the share of paid seats in use, in percent.
    #
    # Change first:
    #   1. `plan`: your plans. Who has the largest cannot be sold a larger one.
    #   2. `key_feature_used`: the feature that makes the next plan worth its price.
    #   3. Tickets: how many in a month are too many for your product.

    # A file may lack these.
    optional: [customer_since, plan, seat_use, job_title, url, rating]

    scores:
      health:
        for: customer_since is known
        range: -50..100
        groups:
          use: { max: 50 }
          support: { min: -30, max: 10 }
        rules:
          - { name: Onboarding completed, on: onboarding_completed, count: once, points: 20 }
          - { name: In use every week, group: use, on: product_login, within: 28d, count: each per week, points: 8,
              max: 32 }
          - { name: Key feature, group: use, on: key_feature_used, within: 30d, count: each per day, points: 3, max: 18 }
          - { name: Would recommend us, on: nps_answer, where: rating >= 9, within: 180d, count: once, points: 15 }
          - { name: Would not recommend us, on: nps_answer, where: rating <= 6, within: 180d, count: once, points: -20 }
          - { name: Ticket, group: support, on: support_ticket, within: 30d, points: -4, min: -20 }
          - { name: Many tickets, group: support, on: support_ticket, within: 30d, count: at least 4, points: -10 }
          - { name: Ticket solved, group: support, on: ticket_solved, within: 30d, points: 4, max: 20 }
          - { name: Pays late, on: invoice_overdue, within: 90d, count: once, points: -15 }
          - { name: Talked with us, on: success_call, within: 90d, count: once, points: 8, decay: half-life 45d }
          - { name: Stopped using it, idle: { 14d: -10, 30d: -30 }, ignoring: [invoice_overdue, ticket_solved] }

      up_sell:
        for: customer_since is known
        range: 0..100
        groups:
          looking: { max: 20 }
        rules:
          - { name: Seats in use, by: seat_use, points: { "<50": 0, "50..79": 8, "80..94": 20, "95+": 30 } }
          - { name: Plan, by: plan, points: { Starter | Basic: 15, Professional: 8, Enterprise: 0 } }
          - { name: Customer for long enough, when: age(customer_since) >= 90d, points: 5 }
          - { name: Hit a limit, on: limit_reached, within: 60d, count: each per week, points: 10, decay: half-life 30d,
              max: 30 }
          - { name: Invited colleagues, on: user_invited, within: 60d, points: 4, max: 12 }
          - { name: Looked at plans, group: looking, on: page_view, where: "contains(url, '/pricing', '/upgrade')",
              within: 30d, count: each per day, points: 8, decay: half-life 14d, max: 16 }
          - { name: We know who decides, when: "seniority(job_title) in ('owner', 'c-level', 'vp', 'director')", points: 5 }

    bands:
      health: { green: 40, yellow: 10, red: }

    stages:
      - { name: offer, when: up_sell >= 50 and health >= 40 }
      - { name: help first, when: up_sell >= 50 }
      - { name: at risk, when: "health_band = 'red'" }
      - { name: grow, when: health >= 10 }
      - { name: not a customer }

    examples:
      # health: onboarding 20; logins in three of four weeks 3 x 8 = 24, key feature on two days 6, together 30;
      #   a ticket -4, solved 4:  20 + 30 = 50
      # up_sell: 95 % of seats 30 + Starter 15 + a year 5 = 50; limit 30 days ago 5; plans today 8; a director 5:  68
      - name: Full to the brim, and content
        lead: { customer_since: 1y, plan: Starter, seat_use: 95, job_title: Director of Finance }
        events:
          - { event: onboarding_completed, ago: 300d }
          - { event: product_login, ago: 1d }
          - { event: product_login, ago: 2d }
          - { event: product_login, ago: 7d }
          - { event: product_login, ago: 27d }
          - { event: key_feature_used, ago: 1d }
          - { event: key_feature_used, ago: 2d, times: 5 }
          - { event: support_ticket, ago: 10d }
          - { event: ticket_solved, ago: 9d }
          - { event: limit_reached, ago: 30d }
          - { event: page_view, url: https://acme.example/upgrade }
        expect: { health: 50, up_sell: 68, health_band: green, stage: offer }

      # four tickets -16 and many -10 = -26, a login 8, would not recommend -20: -38
      # up_sell: 80 % 20 + Basic 15 + 90 days 5 + limit today 10 = 50
      - name: Full to the brim, and angry
        lead: { customer_since: 90d, plan: Basic, seat_use: 80 }
        events:
          - { event: product_login }
          - { event: support_ticket, ago: 3d, times: 4 }
          - { event: nps_answer, rating: 3, ago: 2d }
          - { event: limit_reached }
        expect: { health: -38, up_sell: 50, stage: help first }

      - { name: Somebody else, events: [{ event: product_login }], expect: { health: , up_sell: , stage: not a customer } }

      # would recommend us 15 - pays late 15 + talked 8 = 8; long enough 5 + two colleagues 8 = 13
      - name: Happy, and does not pay
        lead: { customer_since: 2y }
        events:
          - { event: nps_answer, rating: 9 }
          - { event: invoice_overdue }
          - { event: success_call }
          - { event: user_invited, times: 2 }
        expect: { health: 8, up_sell: 13, stage: at risk }

      # onboarding 20, not seen since -30
      - name: Bought it and never came back
        lead: { customer_since: 30d }
        events: [{ event: onboarding_completed, ago: 30d }]
        expect: { health: -10, up_sell: 0, stage: at risk }

    """#)
}
