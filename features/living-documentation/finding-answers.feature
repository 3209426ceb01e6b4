@needs.browser
Feature: Finding an answer
  Owners come with a question and leave when it takes too long. One click, or a few
  words in the find box, have to be enough.

  Rule: What owners ask is answered by one click

    Background:
      Given the run
        | FEATURE              | SCENARIO            | TAGS       | RESULT         | REASON                        |
        | shop/orders.feature  | Order a book        | @S-1       | passed         |                               |
        | shop/orders.feature  | Return a book       | @S-1       | failed         | nobody came                   |
        | shop/orders.feature  | Lend a book         | @slow      | failed, passed | the first was bad             |
        | shop/carrier.feature | Ship by sea         | @S-2       | skipped        | no harbour here; bring a ship |
        | shop/history.feature | Force-push a ledger | @S-2 @slow | passed         |                               |
      And the requirements of the suite
        | ID  | TEXT              |
        | S-1 | A book is ordered |
        | S-2 | A book arrives    |
        | S-3 | A book is printed |
      And earlier runs with
        | SCENARIO      | RESULTS        |
        | Return a book | passed, passed |
      And the page was made

    Scenario Outline: An owner asks <question>
      When a reader clicks "<click>"
      Then the reader sees
        """
        <answer>
        """

      Examples:
        | question                   | click              | answer                              |
        | what is not covered        | Requirements       | S-3 ✗ no scenario A book is printed |
        | what broke since yesterday | Since the last run |         1 regressed ✗ Return a book |
        | is it flaky                | flaky              | Lend a book ≈ flaky                 |
        | why was it skipped         | Not proven here    | no harbour here; bring a ship       |

    Scenario: An owner asks what happens on a force push
      When a reader looks for "force push"
      Then the reader sees
        """
        1 of 5 scenarios
        Force-push a ledger ✓ passed
        """
      And the reader does not see "Lend a book"

    Scenario: A tag expression narrows what is shown
      When a reader looks for "@slow and not @S-2"
      Then the reader sees
        """
        1 of 5 scenarios
        Lend a book
        """
      And the reader does not see "Force-push a ledger"
