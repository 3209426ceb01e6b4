Feature: Remembering the runs before
  One run tells what is wrong, and only the runs before tell what is new. Judged runs
  can enter a history, which shows what regressed.

  Rule: What passed last time has to pass

    Scenario Outline: A scenario that <result> after it <results>
      Given the run
        | SCENARIO      | RESULT   |
        | Order a book  | passed   |
        | Return a book | <result> |
      And earlier runs with
        | SCENARIO      | RESULTS   |
        | Return a book | <results> |
      And the gate rules
        """
        - { rule: regressed, max: 0 }
        """
      When the gate judges the run
      Then the gate is "<answer>"

      Examples:
        | result  | results         | answer |
        | failed  | failed, passed  | closed |
        | failed  | passed, failed  | open   |
        | passed  | failed, failed  | open   |
        | skipped | passed, passed  | open   |
        | failed  | passed, skipped | closed |

    Scenario: No run before is known
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And the gate rules
        """
        - { rule: regressed, max: 0, no-data: not-evaluated }
        """
      When the gate judges the run
      Then the gate is "open"
      And the gate answers
        | FOUND                                    | ANSWER        |
        | no data: no run before this one is known | not evaluated |

    Scenario Outline: The summary says that a failure is <mark>
      Given the run
        | SCENARIO      | RESULT |
        | Order a book  | passed |
        | Return a book | failed |
      And earlier runs with
        | SCENARIO      | RESULTS   |
        | Return a book | <results> |
      When the run is summed up
      Then the exit code is 0
      And the output shows
        """
        **Return a book** (<mark>)
        """

      Examples:
        | mark      | results                        |
        | regressed | failed, passed                 |
        | flaky     | failed, passed, failed, passed |

  Rule: A run enters the history once, and only when it is complete

    Scenario Outline: <known> of the earlier runs are known, which were <results>
      Given the run
        | SCENARIO     | RESULT | FIGURE          |
        | Order a book | passed | delivery 100 ms |
      And earlier runs with
        | SCENARIO     | RESULTS   | FIGURE   | VALUES        |
        | Order a book | <results> |          |               |
        |              |           | delivery | 100, 100, 100 |
      And the gate rules
        """
        - { rule: metric-trend, metric: delivery, over: 9, worse-by: 10% }
        """
      When the gate judges the run
      Then the gate is "closed"
      And the gate answers
        | FOUND                                |
        | no data: <known> of 9 runs are known |

      Examples:
        | known | results                 |
        |     3 | passed, failed, passed  |
        |     2 | passed, not run, passed |

  Rule: A damaged history is not passed over

    Scenario: A line of the history is no run
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And earlier runs with
        | SCENARIO     | RESULTS |
        | Order a book | passed  |
      And the suite file "history.jsonl" was edited from 'started' to 'begun'
      And the gate rules
        """
        - { rule: regressed, max: 0 }
        """
      When the gate judges the run
      Then the exit code is 3
      And the error output shows
        """
        history.jsonl line 1
        """
