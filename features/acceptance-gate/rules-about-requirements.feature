Feature: Setting limits to what is proven
  A suite can be green and prove little. The gate counts which requirements are proven
  by a scenario that ran and passed, which ids name nothing, and which planted faults
  would slip through.

  Background:
    Given the run
      | SCENARIO      | RESULT  | TAGS       |
      | Order a book  | passed  | @S-1       |
      | Return a book | failed  | @S-2       |
      | Lend a book   | skipped | @S-3 @L-99 |
    And the requirements of the suite
      | ID  | TEXT                     |
      | S-1 | Orders arrive            |
      | S-2 | Returns are taken back   |
      | S-3 | Books can be lent        |
      | S-4 | Nobody pays twice        |
      | L-1 | The library has a closet |

  Rule: Only what ran and passed proves a requirement

    Scenario Outline: <share> of the requirements <area> shall be proven
      Given the gate rules
        """
        - { rule: requirement-coverage, of: "<of>", min: <share> }
        """
      When the gate judges the run
      Then the gate is "<answer>"
      And the gate answers
        | FOUND   |
        | <found> |

      Examples:
        | share | area                   | of           | answer | found                                        |
        |   20% | of all areas           |              | open   |                                20 % (1 of 5) |
        |   21% | of all areas           |              | closed |                                20 % (1 of 5) |
        |   25% | of the shop            | S            | open   |                                25 % (1 of 4) |
        |    1% | of the library         | L            | closed |                                 0 % (0 of 1) |
        |    0% | of an area that is not | X            | closed | no data: no requirement begins with X        |
        |  100% | of the first one       | S-1 to S-1   | open   |                               100 % (1 of 1) |
        |   50% | of the first two       | S-1 to S-2   | open   |                                50 % (1 of 2) |
        |   50% | of the middle          | S-2 to S-3   | closed |                                 0 % (0 of 2) |
        |   25% | of more than there are | S-1 to S-100 | open   |                                25 % (1 of 4) |
        |    0% | of a range that is not | S-5 to S-9   | closed | no data: no requirement is one of S-5 to S-9 |

    Scenario: Requirements that are not proven are named with the reason, failing ones first
      Given the gate rules
        """
        - { rule: requirement-coverage, of: S, min: 100% }
        """
      When the gate judges the run
      Then the gate is "closed"
      And the gate answers
        | BECAUSE OF                                      |
        | S-2 fails; S-3 was not run; S-4 has no scenario |

  Rule: A tag that looks like an id has to name a requirement

    Scenario Outline: <count> unknown ids are allowed
      Given the gate rules
        """
        - { rule: unknown-ids, max: <count> }
        """
      When the gate judges the run
      Then the gate is "<answer>"

      Examples:
        | count | answer |
        |     1 | open   |
        |     0 | closed |

  Rule: Changes made by rule have to be noticed

    Scenario Outline: Changes in <what is wanted>
      Given the mutants of the suite
        | PART | CHANGE        | NOTICED         |
        | post | a < b → a > b | yes             |
        | post | return → ;    | no              |
        | till | pay → keep    | yes             |
        | till | 1 + 0 → 1 - 0 | the same number |
      And the gate rules
        """
        - { rule: mutants-killed, <limits> }
        """
      When the gate judges the run
      Then the gate is "<answer>"
      And the gate answers
        | FOUND   | BECAUSE OF |
        | <found> | <because>  |

      Examples:
        | what is wanted            | limits              | answer | found            | because                                 |
        | everything, mostly        | min: 60%            | open   | 66.66 % (2 of 3) |                                         |
        | everything, nearly always | min: 95%            | closed | 66.66 % (2 of 3) | not noticed: Shop.cs line 7: return → ; |
        | a part where all is       | of: till, min: 100% | open   |   100 % (1 of 1) |                                         |
        | a part where half is      | of: post, min: 51%  | closed |    50 % (1 of 2) | not noticed: Shop.cs line 7: return → ; |

  Rule: Planted faults have to be caught, and lately

    Scenario Outline: Faults <what is wanted>
      Given the planted faults of the suite
        | FAULT            | CAUGHT |
        | forgets to send  | yes    |
        | sends twice      | yes    |
        | charges nothing  | yes    |
        | forgets to thank | no     |
      And the gate rules
        """
        - { rule: faults-caught, <limits> }
        """
      When the gate judges the run
      Then the gate is "<answer>"
      And the gate answers
        | FOUND         | BECAUSE OF |
        | 75 % (3 of 4) | <because>  |

      Examples:
        | what is wanted             | limits                | answer | because                                                                         |
        | caught by three quarters   | min: 75%              | open   |                                                                                 |
        | caught nearly always       | min: 95%              | closed | not caught: forgets to thank                                                    |
        | planted within two days    | min: 75%, max-days: 2 | open   |                                                                                 |
        | planted yesterday or today | min: 75%, max-days: 1 | closed | the result is of 2026-02-28, more than 1 days ago; not caught: forgets to thank |
