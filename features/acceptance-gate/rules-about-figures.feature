Feature: Setting limits to figures and time
  Scenarios attach what they measured, or a file brings figures along. The gate holds
  them to a limit and to the runs before, and it limits the time of the run itself.

  Rule: A measured figure keeps its limit

    Scenario Outline: A figure of 100 where <what is wanted>
      Given the run
        | SCENARIO     | RESULT | FIGURE          |
        | Order a book | passed | delivery 100 ms |
      And the gate rules
        """
        - { rule: metric, metric: <limit> }
        """
      When the gate judges the run
      Then the gate is "<answer>"
      And the gate answers
        | FOUND   |
        | <found> |

      Examples:
        | what is wanted         | limit              | answer | found                       |
        | at most 100 is wanted  | delivery, max: 100 | open   |                      100 ms |
        | at most 99 is wanted   | delivery, max: 99  | closed |                      100 ms |
        | at least 100 is wanted | delivery, min: 100 | open   |                      100 ms |
        | at least 101 is wanted | delivery, min: 101 | closed |                      100 ms |
        | another one is wanted  | returns, max: 100  | closed | no data: nobody measured it |

    Scenario: A figure comes from a file
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And the figures of the suite
        | NAME     | VALUE | UNIT |
        | delivery |   120 | ms   |
      And the gate rules
        """
        - { rule: metric, metric: delivery, max: 100 }
        """
      When the gate judges the run
      Then the gate is "closed"

  Rule: A measured figure is not much worse than in the runs before

    Scenario Outline: A figure of <now> after runs of 100, 102 and 98
      Given the run
        | SCENARIO     | RESULT | FIGURE            |
        | Order a book | passed | delivery <now> ms |
      And earlier runs with
        | FIGURE   | VALUES       |
        | delivery | 100, 102, 98 |
      And the gate rules
        """
        - { rule: metric-trend, metric: delivery, over: <runs>, worse-by: 10% }
        """
      When the gate judges the run
      Then the gate is "<answer>"
      And the gate answers
        | FOUND   |
        | <found> |

      Examples:
        | now | runs | answer | found                          |
        | 110 |    3 | open   |             110 ms, median 100 |
        | 111 |    3 | closed |             111 ms, median 100 |
        |  50 |    3 | open   |              50 ms, median 100 |
        | 110 |    4 | closed | no data: 3 of 4 runs are known |

  Rule: Every part of the product is passed through

    Scenario Outline: Of 10 lines the suite passes through <passed>, where 90 % are wanted
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And the line coverage of the suite
        | PART | FILE       | PASSED   | MISSED   |
        | Shop | Orders.cs  |    1-100 |          |
        | Post | Letters.cs | <passed> | <missed> |
      And the gate rules
        """
        - { rule: line-coverage, of: "Shop, Post", min: 90% }
        """
      When the gate judges the run
      Then the gate is "<answer>"
      And the gate answers
        | FOUND   | BECAUSE OF   |
        | <found> | <because of> |

      Examples:
        | passed | missed | answer | found                  | because of                   |
        |    1-9 |     10 | open   | 90 % (9 of 10) of Post |                              |
        |    1-8 |   9-10 | closed | 80 % (8 of 10) of Post | not passed: Letters.cs 9-10  |
        |    2-9 |  1, 10 | closed | 80 % (8 of 10) of Post | not passed: Letters.cs 1, 10 |

    Scenario Outline: A part is judged <how>
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And the line coverage of the suite
        | LANE  | PART | FILE       | PASSED | MISSED |
        | quick | Post | Letters.cs |    1-5 |   6-10 |
        | slow  | Post | Letters.cs |    4-9 |    1-3 |
      And the gate rules
        """
        - { rule: line-coverage, <limits> }
        """
      When the gate judges the run
      Then the gate is "<answer>"
      And the gate answers
        | FOUND   |
        | <found> |

      Examples:
        | how                              | limits            | answer | found                                 |
        | by all lanes together            | min: 90%          | open   |                90 % (9 of 10) of Post |
        | by itself, where it has no lines | of: Shop, min: 0% | closed | no data: no line of Shop was measured |

    @slow @needs.coverage @E-113
    Scenario: This suite passes through the engine that it is about
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And the line coverage that was measured of this project
      And the gate rules
        """
        - { rule: line-coverage, of: "Neap.Core, Neap.Changes, Neap.Content, Neap.Sync", min: 90% }
        """
      When the gate judges the run
      Then the gate is "open"

  Rule: The run keeps to its time

    Scenario Outline: A run whose scenarios take 200 and 800 ms, with <what is wanted>
      Given the run
        | SCENARIO      | RESULT | TIME   |
        | Order a book  | passed | 200 ms |
        | Return a book | passed | 800 ms |
      And the gate rules
        """
        - { rule: <rule> }
        """
      When the gate judges the run
      Then the gate is "<answer>"
      And the gate answers
        | FOUND   |
        | <found> |

      Examples:
        | what is wanted                | rule                  | answer | found  |
        | a second for all of it        | duration, max: 1 s    | open   |    1 s |
        | a little less for all of it   | duration, max: 999 ms | closed |    1 s |
        |        800 ms for the slowest | slowest, max: 800 ms  | open   | 800 ms |
        | a little less for the slowest | slowest, max: 799 ms  | closed | 800 ms |
