extension Template {
  /// For online shops that want to know who is about to buy, and whom to win back.
  static let eCommerce = Template(
    "e-commerce", .people,
    #"""
    leadline: 1
    name: E-commerce
    description: For online shops that want to know who is about to buy, and whom to win back.

    # What somebody looks at today matters today: interest fades within days. Loyalty (bought before, reads our mails)
    # stays for a year. Nobody is called; the stage says which e-mail or offer comes next.
    #
    # Reads of leads:  email, country
    # Reads of events: product_view, cart_add, wishlist_add, purchase, newsletter_signup, unsubscribe, order_returned
    #   A column or event of another name: rename it, or write its name here. What you do not have gives nothing.
    #
    # Change first:
    #   1. `ships_to`: the countries you deliver to.
    #   2. The half-lives. 7 days suit clothes and gifts; furniture and electronics are compared for 30.
    #   3. The stages: who gets a voucher costs money, so begin high.

    # A file may lack these.
    optional: [email, country]

    lists:
      ships_to: [US, CA]

    exclude:
      - { name: We do not deliver there, when: country(country) not in ships_to }
      - { name: No address to write to, when: "email_kind(email) in ('disposable', 'invalid')" }

    scores:
      interest:
        range: 0..70
        rules:
          - { name: Product page, on: product_view, within: 30d, count: each per day, points: 7, decay: half-life 7d,
              max: 28 }
          - { name: Put in the cart, on: cart_add, within: 14d, points: 15, decay: half-life 3d, max: 30 }
          - { name: Wish list, on: wishlist_add, within: 90d, points: 10, decay: half-life 30d, max: 20 }

      loyalty:
        range: -20..50
        rules:
          - { name: Past purchase, on: purchase, within: 1y, count: latest 2, points: 20 }
          - { name: Newsletter, on: newsletter_signup, count: once, points: 5 }
          - { name: Unsubscribed, on: unsubscribe, count: once, points: -10 }
          - { name: Sent it back, on: order_returned, within: 1y, points: -5, min: -10 }

      total:
        range: 0..100
        sum: { interest: 1, loyalty: 1 }

    stages:
      - { name: about to buy, when: interest >= 30 }
      - { name: warm, when: total >= 30 }
      - { name: browsing, when: interest >= 5 }
      - { name: win back, when: loyalty >= 20 }
      - { name: asleep }

    examples:
      # interest: product pages today 7 and, halved, a week ago 3.5; cart, halved after 3 days, 7.5: 18
      # loyalty: one purchase 20 + newsletter 5 = 25; total 43
      - name: A customer who looks again
        lead: { email: ada@example.com, country: United States }
        events:
          - { event: product_view, times: 3 }
          - { event: product_view, ago: 7d }
          - { event: cart_add, ago: 3d }
          - { event: purchase, ago: 200d }
          - { event: newsletter_signup, ago: 300d }
        expect: { interest: 18, loyalty: 25, total: 43, stage: warm }

      # cart today 15 + wish list today 10 + product page 7 = 32
      - name: A full cart
        events: [{ event: cart_add }, { event: wishlist_add }, { event: product_view }]
        expect: { interest: 32, loyalty: 0, stage: about to buy }

      # 364 days ago still counts, 365 does not
      - { name: Bought a year ago less a day, events: [{ event: purchase, ago: 364d }],
          expect: { loyalty: 20, stage: win back } }
      - { name: Bought a year ago, events: [{ event: purchase, ago: 365d }], expect: { loyalty: 0, stage: asleep } }
      - { name: Lives elsewhere, lead: { country: France }, expect: { excluded: We do not deliver there, total: } }

      # purchase 20 + newsletter 5 - unsubscribed 10 - sent back 5 = 10
      - name: Sent it back
        events: [{ event: purchase }, { event: newsletter_signup }, { event: unsubscribe }, { event: order_returned }]
        expect: { loyalty: 10, stage: asleep }

    """#)
}
