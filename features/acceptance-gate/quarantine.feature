Feature: Keeping a quarantine short
  A scenario that fails for a known reason can be set aside for a while, so that the
  others still count. Somebody answers for it, it ends by itself, and it ends when the
  scenario passes again.

  Background:
    Given the run
      | SCENARIO      | RESULT |
      | Order a book  | passed |
      | Return a book | failed |
      | Lend a book   | passed |

  Rule: A quarantine has an owner, a reason and an end that is not past

    Scenario Outline: An entry <what is wrong>
      Given the quarantine of the suite
        | SCENARIO | OWNER   | REASON   | SINCE      | UNTIL   |
        | <title>  | <owner> | <reason> | 2026-02-20 | <until> |
      And the gate rules
        """
        - { rule: quarantine-terms, max-days: 14 }
        """
      When the gate judges the run
      Then the gate is "<answer>"
      And the gate answers
        | BECAUSE OF |
        | <because>  |

      Examples:
        | what is wrong       | title         | owner | reason  | until      | answer | because                                                  |
        | in order            | Return a book | sales | carrier | 2026-03-06 | open   |                                                          |
        | on its last day     | Return a book | sales | carrier | 2026-03-02 | open   |                                                          |
        | that ended          | Return a book | sales | carrier | 2026-03-01 | closed | Return a book: ended on 2026-03-01, sales answers for it |
        | without an owner    | Return a book |       | carrier | 2026-03-06 | closed | Return a book: has no owner                              |
        | without a reason    | Return a book | sales |         | 2026-03-06 | closed | Return a book: has no reason                             |
        | without an end      | Return a book | sales | carrier |            | closed | Return a book: has no end                                |
        | that lasts too long | Return a book | sales | carrier | 2026-03-07 | closed | Return a book: lasts longer than 14 days                 |
        | for no scenario     | Sell a book   | sales | carrier | 2026-03-06 | closed | Sell a book: there is no such scenario                   |

  Rule: A quarantine is small

    Scenario Outline: One entry where at most <count> may be
      Given the quarantine of the suite
        | SCENARIO      | OWNER | REASON  | SINCE      | UNTIL      |
        | Return a book | sales | carrier | 2026-03-01 | 2026-03-10 |
      And the gate rules
        """
        - { rule: quarantine-size, max: <count> }
        """
      When the gate judges the run
      Then the gate is "<answer>"

      Examples:
        | count | answer |
        |     1 | open   |
        |     0 | closed |

  Rule: What passes again leaves quarantine

    Scenario Outline: A scenario in quarantine that <what happened before>
      Given the quarantine of the suite
        | SCENARIO | OWNER | REASON  | SINCE      | UNTIL      |
        | <title>  | sales | carrier | 2026-03-01 | 2026-03-10 |
      And earlier runs with
        | SCENARIO | RESULTS   |
        | <title>  | <results> |
      And the gate rules
        """
        - { rule: quarantine-release, passes: 3 }
        """
      When the gate judges the run
      Then the gate is "<answer>"

      Examples:
        | what happened before      | title         | results        | answer |
        | passed twice before       | Lend a book   | passed, passed | closed |
        | failed two runs ago       | Lend a book   | failed, passed | open   |
        | fails now, as it did then | Return a book | failed, failed | open   |
