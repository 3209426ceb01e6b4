Feature: Moving code between services
  Code changes hands: a service takes over a module, a module becomes a library, a
  folder is renamed. Its entries move to the collection of the new owner, and the
  vectors that were paid for are kept.

  Background:
    Given a repository "platform"
    And the services
      | SERVICE | PATH             | USES       |
      | orders  | services/orders  | libs/money |
      | catalog | services/catalog | libs/money |
    And the commits
      | MESSAGE | CHANGE | FILE                     | CONTENT        |
      | start   | add    | services/orders/cart.py  | a full cart    |
      |         | add    | services/orders/tax.py   | taxes          |
      |         | add    | services/catalog/find.py | product search |
      |         | add    | docs/plan.md             | the plan       |
    And the index was synced

  Rule: The new owner shows the file, the old one does not, and nothing is embedded

    Scenario: A file changes owner
      Given the commits
        | MESSAGE   | CHANGE | OLD FILE                | FILE                       |
        | move cart | move   | services/orders/cart.py | services/catalog/basket.py |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       0 |       1 |
        | catalog    |     1 |       0 |       0 |
      And 0 texts were embedded
      And the index is in step with branch "main"

    Scenario: A file becomes shared code
      Given the commits
        | MESSAGE   | CHANGE | OLD FILE               | FILE              |
        | share tax | move   | services/orders/tax.py | libs/money/tax.py |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     1 |       0 |       1 |
        | catalog    |     1 |       0 |       0 |
      And 0 texts were embedded
      And the index is in step with branch "main"

    Scenario: A file leaves every service
      Given the commits
        | MESSAGE  | CHANGE | OLD FILE               | FILE             |
        | drop tax | move   | services/orders/tax.py | attic/old/tax.py |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       0 |       1 |
        | default    |     1 |       0 |       0 |
      And 0 texts were embedded

    Scenario: A file of nobody is adopted by a service
      Given the commits
        | MESSAGE    | CHANGE | OLD FILE     | FILE                     |
        | adopt plan | move   | docs/plan.md | services/catalog/plan.md |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | default    |     0 |       0 |       1 |
        | catalog    |     1 |       0 |       0 |
      And 0 texts were embedded

    Scenario: A file moves and is edited on the way
      Given the commits
        | MESSAGE   | CHANGE | OLD FILE                | FILE                       | CONTENT      |
        | move cart | move   | services/orders/cart.py | services/catalog/basket.py | a new basket |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       0 |       1 |
        | catalog    |     1 |       0 |       0 |
      And 1 text was embedded

    Scenario: A file is copied into another service
      Given the commits
        | MESSAGE   | CHANGE | OLD FILE                | FILE                     |
        | copy cart | copy   | services/orders/cart.py | services/catalog/cart.py |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | catalog    |     1 |       0 |       0 |
      And 0 texts were embedded

  Rule: A service that moves as a whole keeps its collection

    Scenario: The folder of a service is renamed, and its description with it
      Given the commits
        | MESSAGE     | CHANGE | OLD FILE        | FILE        |
        | apps folder | move   | services/orders | apps/orders |
      And the services
        | SERVICE | PATH             | USES       |
        | orders  | apps/orders      | libs/money |
        | catalog | services/catalog | libs/money |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     2 |       0 |       2 |
      And 0 texts were embedded
      And the index is in step with branch "main"

    Scenario: A service takes over a folder without a file being touched
      Given the services
        | SERVICE | PATH                                    |
        | catalog | services/catalog, services/orders/tax.d |
        | orders  | services/orders                         |
      And the commits
        | MESSAGE | CHANGE | OLD FILE               | FILE                         |
        | tax.d   | move   | services/orders/tax.py | services/orders/tax.d/tax.py |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       0 |       1 |
        | catalog    |     1 |       0 |       0 |
      And the index is in step with branch "main"
