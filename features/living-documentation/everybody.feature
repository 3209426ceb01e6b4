@needs.browser
Feature: Reading the page in any way
  Some readers print, some have no script, some listen instead of looking, some work at
  night, some hold a telephone. All of them get the whole page.

  Rule: The page is whole in every way of reading

    Background:
      Given a suite of 30 scenarios with a drawing each
      And the page was made

    Scenario: A reader has no JavaScript
      When a reader opens the page without JavaScript
      Then nothing of the page is hidden
      And the reader sees
        """
        30 specified = ✓ 27 passed
        """

    Scenario: A reader has JavaScript
      When a reader opens the page with JavaScript
      Then nothing of the page is hidden

    Scenario: A reader prints the page
      When a reader opens the page on paper
      Then nothing of the page is hidden

  Rule: Every section, in every state, is for those who listen or see little

    @needs.npm
    Scenario: A reader depends on tools that read the page out
      Given a suite of 30 scenarios with a drawing each
      And the page was made
      When a reader opens the page with JavaScript
      Then an accessibility check finds nothing

    @needs.npm
    Scenario: A page with every section is read out
      Given the run
        | SCENARIO      | ROW  | TAGS | RESULT         | REASON            | FIGURE            |
        | Order a book  |      | @S-1 | passed         |                   | order_time 120 ms |
        | Return a book |      |      | failed         | nobody came       |                   |
        | Lend a book   |      |      | failed, passed | the first was bad |                   |
        | Sell a book   |      |      | undefined      |                   |                   |
        | Ship a book   | sea  | @S-2 | skipped        | no harbour here   |                   |
        | Ship a book   | land | @S-2 | passed         |                   |                   |
      And the features once were
        | SCENARIO     | TAGS |
        | Order a book | @S-3 |
      And the glossary of the suite
        | WORD | MEANING                |
        | book | What a shop sells here |
      And the requirements of the suite
        | ID  | TEXT              |
        | S-1 | A book is ordered |
        | S-2 | A book is shipped |
        | S-3 | A book is printed |
      And the quarantine of the suite
        | SCENARIO      | OWNER    | REASON      | SINCE      | UNTIL      |
        | Return a book | dispatch | new carrier | 2026-03-01 | 2026-03-08 |
      And the planted faults of the suite
        | FAULT           | CAUGHT |
        | forget the cup  | yes    |
        | charge it twice | no     |
      And earlier runs with
        | SCENARIO    | RESULTS        | FIGURE     | VALUES   |
        | Lend a book | passed, passed |            |          |
        |             |                | order_time | 100, 110 |
      And the page was made
      When a reader opens the page with JavaScript
      Then an accessibility check finds nothing

    @needs.npm
    Scenario: Hostile text is read out like any other
      Given a suite with hostile text in every place
      And the page was made
      When a reader opens the page with JavaScript
      Then an accessibility check finds nothing
