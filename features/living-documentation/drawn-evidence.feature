Feature: Seeing what a scenario did
  What happened to a repository and to its index is hard to follow in words. Scenarios
  leave it as data, and the page draws it beside the steps.

  Rule: The repository and the index are drawn after the event

    Scenario: A commit graph tells what was synced before and now
      Given a suite of 10 scenarios with a drawing each
      When the page is made
      Then the page draws
        | DRAWING                                           | TIMES |
        | ; synced before: basket 1; synced now: basket 4   |     1 |
        | ; synced before: basket 10; synced now: basket 13 |     1 |

    Scenario: The index before and after is a table
      Given a suite of 10 scenarios with a drawing each
      When the page is made
      Then the page shows
        """
        Index before and after: 1 added, 1 removed, 3 untouched; 3 texts embedded
        path before after embedded
        src/basket-3.cs + 3 chunks yes
        src/old-3.cs − 2 chunks
        """

  Rule: The same pictures are there for every Cucumber tool

    Scenario: Drawings that a tool can show by itself are not shown twice
      Given a suite of 10 scenarios with a drawing each
      When the page is made
      Then the page does not show "shop.repo.svg"
      And the page draws
        | DRAWING         | TIMES |
        | Commits of shop |    10 |
