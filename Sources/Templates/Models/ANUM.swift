extension Template {
  /// For outbound sales that must reach the right person first - authority, need, urgency, money.
  static let anum = Template(
    "anum", .qualification,
    #"""
    leadline: 1
    name: ANUM
    description: For outbound sales that must reach the right person first - authority, need, urgency, money.

    # ANUM turns BANT round: first find who decides, then whether it hurts, then how much it hurries; money comes last,
    # because whoever decides finds it. The weights say so: 40, 30, 20, 10. Without authority nothing else opens the highest
    # stage.
    #
    # Reads of leads:  job_title, email, need, timeframe, budget
    # Reads of events: call_connected, meeting_held, demo_request, email_reply
    #   The usual names of CRM exports (Title, Annual Budget ...) are found by themselves. A column or event of another
    #   name: rename it, or write its name here. What you do not have gives nothing.
    #
    # Change first:
    #   1. The department that decides about what you sell; here it is marketing and sales.
    #   2. The words in `need` and `timeframe`: those of your CRM's drop-down fields.
    #   3. Budget: the price of your usual contract.

    # A file may lack these.
    optional: [job_title, email, need, timeframe, budget]

    scores:
      anum:
        range: 0..100
        split: [authority, need, urgency]
        groups:
          authority: { max: 40 }
          need: { max: 30 }
          urgency: { max: 20 }
          money: { max: 10 }
        rules:
          # A: 40
          - name: Seniority
            group: authority
            tags: [authority]
            by: seniority(job_title)
            points: { owner | c-level: 30, vp: 28, director: 24, manager: 12, other: 0 }
          - { name: Their department decides, group: authority, tags: [authority],
              when: "department(job_title) in ('executive', 'marketing', 'sales')", points: 10 }

          # N: 30
          - { name: Need, group: need, tags: [need], by: need, points: { Critical: 30, Important: 20, Nice to have: 5 } }
          - { name: Asked for a demo, group: need, tags: [need], on: demo_request, within: 90d, count: once, points: 15 }

          # U: 20
          - { name: When they want to buy, group: urgency, tags: [urgency], by: timeframe,
              points: { Now | This month: 20, This quarter: 14, This year: 5, other: 0 } }
          - { name: Talks to us, group: urgency, tags: [urgency], on: [call_connected, meeting_held, email_reply],
              within: 30d, points: 4, decay: half-life 14d, max: 8 }

          # M: 10
          - { name: Money, group: money, by: budget, points: { "<5000": 0, "5000..9999": 5, "10000+": 10 } }

          # Against
          - { name: Address does not work, when: "email_kind(email) in ('disposable', 'invalid')", points: -40 }

    stages:
      - { name: sql, when: anum >= 65 and anum_authority >= 24 and anum_need >= 15 }
      - { name: find the decider, when: anum_need >= 15 and anum_authority < 24 }
      - { name: mql, when: anum >= 30 }
      - { name: cold }

    examples:
      # vice president 28 + sales decides 10 = 38; demo 15 + important 20 = 35, of which need takes 30;
      #   this quarter 14 + a call today 4 = 18; money 5:  38 + 30 + 18 + 5 = 91
      - name: Who decides, and wants it
        lead: { email: ada@example.com, job_title: VP of Sales, need: Important, timeframe: This quarter, budget: 5000 }
        events: [{ event: demo_request, ago: 89d }, { event: call_connected }]
        expect: { anum: 91, anum_authority: 38, anum_need: 30, anum_urgency: 18, stage: sql }

      # a specialist in engineering has no authority; critical 30 + now 20 + money 10 = 60
      - name: Who suffers, but does not decide
        lead: { email: bo@example.com, job_title: Software Developer, need: Critical, timeframe: Now, budget: 10000 }
        expect: { anum: 60, anum_authority: 0, stage: find the decider }

      # vice president 28 + sales 10 = 38, and nobody there -40
      - name: A title, and no address
        lead: { email: ada@mailinator.com, job_title: VP of Sales }
        expect: { anum: 0, anum_authority: 38, stage: cold }

    """#)
}
