Feature: Reading what holds, and whether it was shown
  Owners read the features in one page, with what became of every example beside it.
  Whether the run may go out is the first thing they see.

  Rule: The gate's answer comes first

    Scenario: A closed gate says which rule keeps it closed
      Given the run
        | SCENARIO      | RESULT | REASON      |
        | Order a book  | passed |             |
        | Return a book | failed | nobody came |
      And the gate rules
        """
        - { rule: passed, min: 100% }
        """
      When the page is made
      Then the page shows
        """
        ✗ Gate closed — 1 of 2 rules is not met. Exit code 1.
        ✗
        Return a book
        2 specified = ✓ 1 passed + ≈ 0 flaky + ✗ 1 failed
        """

    Scenario: An open gate is as easily seen
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And the gate rules
        """
        - { rule: passed, min: 100% }
        """
      When the page is made
      Then the page shows
        """
        ✓ Gate open
        1 specified = ✓ 1 passed
        """

    Scenario: Rules that are met stand behind the one that is not
      Given the run
        | SCENARIO      | RESULT | REASON      |
        | Order a book  | passed |             |
        | Return a book | failed | nobody came |
      And the gate rules
        """
        - { rule: undefined, max: 0, name: "Every step is known" }
        - { rule: passed, min: 100%, name: "Everything is well" }
        - { rule: metric, metric: order_time, max: 100, no-data: not-evaluated, name: "Orders are quick" }
        """
      When the page is made
      Then the page shows
        """
        ✗ Gate closed
        Everything is well
        2 met, 1 with nothing to judge
        Every specified example ran to its end
        Every step is known
        Orders are quick
        """

    Scenario: The runner died before its end
      Given the run
        | SCENARIO      | RESULT  |
        | Order a book  | passed  |
        | Return a book | not run |
      When the page is made
      Then the exit code is 4
      And the page shows
        """
        ✗ The run is incomplete: 1 of 2 ran.
        2 specified = ✓ 1 passed
        ○ 1 not run
        """

  Rule: A feature reads as a document

    Scenario: What holds before every scenario is written once
      Given the run
        | SCENARIO      | RESULT |
        | Order a book  | passed |
        | Return a book | passed |
      When the page is made
      Then the page shows
        """
        What orders promise
        A shop has to deliver.
        Before every scenario
        Given a shop
        What is ordered arrives
        Order a book ✓ passed
        When a book is ordered
        Return a book ✓ passed
        """

    Scenario: An outline is one table with a mark for each row
      Given the run
        | SCENARIO     | ROW  | RESULT | REASON           |
        | Order a book | land | passed |                  |
        | Order a book | sea  | failed | lost at the Cape |
      When the page is made
      Then the page shows
        """
        Order a book ✗ failed
        2 examples
        result carrier time
        ✓ passed land
        ✗ failed sea
        lost at the Cape
        """

    Scenario: A first attempt that failed stays in sight
      Given the run
        | SCENARIO     | RESULT         | REASON            |
        | Order a book | failed, passed | the first was bad |
      When the page is made
      Then the page shows
        """
        Order a book ≈ flaky
        Attempt 1 of 2: failed
        the first was bad
        """

    Scenario: What could not be shown here says how it could
      Given the run
        | SCENARIO     | RESULT  | REASON                            |
        | Order a book | skipped | no carrier here; call one to help |
      When the page is made
      Then the page shows
        """
        Order a book – skipped
        no carrier here; call one to help
        Not proven here
        no carrier here; call one to help 1
        """

  Rule: What stands beside a run is part of the page

    Scenario: Requirements without a scenario come first
      Given the run
        | SCENARIO     | TAGS | RESULT |
        | Order a book | @S-1 | passed |
      And the requirements of the suite
        | ID  | TEXT              |
        | S-1 | A book is ordered |
        | S-2 | A book is printed |
      When the page is made
      Then the page shows
        """
        2 requirements: 1 without a scenario, 0 failing, 0 not proven, 1 proven.
        S-2 ✗ no scenario A book is printed
        S-1 ✓ proven A book is ordered
        ✓ Order a book
        """

    Scenario: A figure is shown with its limit
      Given the run
        | SCENARIO     | FIGURE            | RESULT |
        | Order a book | order_time 120 ms | passed |
      And the gate rules
        """
        - { rule: metric, metric: order_time, max: 100 }
        """
      When the page is made
      Then the page shows
        """
        Performance
        order time at most 100 ✗ 120 ms
        """

    Scenario: Faults that nobody would notice come first
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And the planted faults of the suite
        | FAULT             | CAUGHT |
        | forget the letter | yes    |
        | charge it twice   | no     |
      When the page is made
      Then the page shows
        """
        What this suite would catch
        1 of 2 planted faults caught
        charge it twice ✗ not caught
        forget the letter ✓ caught
        """

    Scenario: Changes made by rule that nobody would notice are named
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And the mutants of the suite
        | PART | CHANGE        | NOTICED         |
        | post | a < b → a > b | yes             |
        | post | return → ;    | no              |
        | till | 1 + 0 → 1 - 0 | the same number |
        | till | pay → keep    | yes             |
      When the page is made
      Then the page shows
        """
        Changes made by rule
        as of 2026-02-28
        post 2 of 20 1 of 2 (50 %; of all mutants 9 to 91 %)
        till 2 of 20 1 of 1 (100 %; of all mutants 20 to 100 %)
        Not noticed
        Shop.cs line 7: return → ;
        Nobody could notice
        Shop.cs line 7: 1 + 0 → 1 - 0: the same number
        """

    Scenario: Lines that no scenario passes through are named
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And the line coverage of the suite
        | PART | FILE       | PASSED    | MISSED |
        | Shop | Orders.cs  |     1-100 |        |
        | Post | Letters.cs | 1-4, 6-20 |      5 |
        | Post | Parcels.cs |      1-20 |  21-24 |
      When the page is made
      Then the page shows
        """
        Lines passed through
        Post 88.63 % (39 of 44) 5 lines of 2 files
        Parcels.cs 21-24
        Letters.cs 5
        Shop 100 % (100 of 100)
        """

    Scenario: A scenario in quarantine shows who answers for it
      Given the run
        | SCENARIO     | RESULT | REASON      |
        | Order a book | failed | nobody came |
      And the quarantine of the suite
        | SCENARIO     | OWNER    | REASON      | SINCE      | UNTIL      |
        | Order a book | dispatch | new carrier | 2026-03-01 | 2026-03-08 |
      When the page is made
      Then the page shows
        """
        Order a book ⚑ quarantined
        until 2026-03-08: new carrier (owner: dispatch)
        Quarantine
        Order a book dispatch new carrier 6
        """

    Scenario: A weakened scenario is named before the others
      Given the run
        | SCENARIO     | TAGS | RESULT |
        | Order a book |      | passed |
        | Sell a book  |      | passed |
      And the features once were
        | SCENARIO     | TAGS |
        | Order a book | @S-1 |
      When the page is made
      Then the page shows
        """
        Changed specs
        1 weakened, 1 added
        weakened Order a book
        added Sell a book
        """

  Rule: The same run always gives the same page

    Scenario: A page is made twice
      Given a suite of 40 scenarios with a drawing each
      When the page is made
      Then the page is the same when it is made again
      And every link of the page leads to one place
