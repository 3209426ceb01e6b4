Feature: Seeing what a sync would do
  Before the first sync of a large repository, or in a pipeline, people want to know
  what would happen. A dry run says it, writes nothing at all and needs no server.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT     |
      | start   | add    | src/cart.py   | a full cart |
      |         | add    | src/prices.py | price list  |

  Rule: A dry run writes nothing

    @E-45
    Scenario: A dry run before the first sync
      When the operator runs "neap index sync --dry-run"
      Then the exit code is 0
      And the output shows
        """
        DRY RUN
        """
      And the index file is untouched
      And the repository is untouched

    @E-45
    Scenario: A dry run while commits are waiting
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT       |
        | edit    | edit   | src/prices.py | higher prices |
      When the operator runs "neap index sync --dry-run --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH          | VALUE   |
        | status        | dry_run |
        | files.updated |       1 |
      And the index file is untouched

    Scenario: A dry run with an embedding server that does not exist
      When the operator runs "neap index sync --dry-run --embedder http --embedder-url http://nowhere.invalid/v1 --embedder-model small"
      Then the exit code is 0
      And the index file is untouched

  Rule: A dry run names every change it would make

    @E-62
    Scenario: Files were added, edited, renamed and deleted
      Given the commits
        | MESSAGE | CHANGE | FILE            | CONTENT    |
        | more    | add    | docs/orders.md  | how to pay |
        |         | add    | docs/returns.md | send it    |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | OLD FILE       | FILE            | CONTENT       |
        | rework  | add    |                | src/codes.py    | codes         |
        |         | edit   |                | src/prices.py   | higher prices |
        |         | move   | docs/orders.md | docs/payment.md |               |
        |         | delete |                | src/cart.py     |               |
      When the operator runs "neap index sync --dry-run -v"
      Then the exit code is 0
      And the output shows
        """
        Would move: docs/orders.md -> docs/payment.md
        Would remove: src/cart.py
        Would add: src/codes.py
        Would update: src/prices.py
        """
      And the index file is untouched

    Scenario: A dry run counts what it would add
      When the operator runs "neap index sync --dry-run --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE            |
        | status      | dry_run          |
        | from_commit | null             |
        | to_commit   | (commit "start") |
        | files.added |                2 |
      And the index file is untouched

    Scenario: A dry run when nothing changed
      Given the index was synced
      When the operator runs "neap index sync --dry-run --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE |
        | files.total |     0 |
      And the index file is untouched

    Scenario: A dry run in a folder without a repository
      Given a folder "notes" without a repository
      When the operator runs "neap index sync --dry-run"
      Then the exit code is 4
      And the index file is untouched
