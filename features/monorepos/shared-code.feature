Feature: Showing shared code to every service that uses it
  Services use common libraries. A team that searches its own collection finds the
  libraries that its service uses, and a library that many services use is paid for
  once.

  Background:
    Given a repository "platform"
    And the services
      | SERVICE  | PATH              | USES       |
      | orders   | services/orders   | libs/money |
      | invoices | services/invoices | libs/money |
      | catalog  | services/catalog  |            |
    And the commits
      | MESSAGE        | CHANGE | FILE                       | CONTENT        |
      | start orders   | add    | services/orders/cart.py    | cart           |
      | start invoices | add    | services/invoices/pdf.py   | pdf layout     |
      | start catalog  | add    | services/catalog/search.py | product search |
      | share money    | add    | libs/money/round.py        | rounding       |
    And the index was synced

  Rule: Shared code is embedded once and reaches every service that uses it

    Scenario: A library fix appears in both services that use it
      Given the commits
        | MESSAGE      | CHANGE | FILE                | CONTENT       |
        | half-to-even | edit   | libs/money/round.py | fair rounding |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       1 |       0 |
        | invoices   |     0 |       1 |       0 |
      And 1 text was embedded
      And the index is in step with branch "main"

    Scenario: A file is added to a library
      Given the commits
        | MESSAGE    | CHANGE | FILE                | CONTENT   |
        | tax shares | add    | libs/money/split.py | splitting |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     1 |       0 |       0 |
        | invoices   |     1 |       0 |       0 |
      And 1 text was embedded

    Scenario: A file is deleted from a library
      Given the commits
        | MESSAGE     | CHANGE | FILE                |
        | no rounding | delete | libs/money/round.py |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       0 |       1 |
        | invoices   |     0 |       0 |       1 |

  Rule: What a service uses is decided by the commit

    Scenario: A service starts to use a library
      Given the service "catalog" now uses "libs/money"
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | catalog    |     1 |       0 |       0 |
      And 0 texts were embedded
      And the index is in step with branch "main"

    Scenario: A service stops using a library
      Given the service "invoices" no longer uses "libs/money"
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | invoices   |     0 |       0 |       1 |
      And the index is in step with branch "main"

    Scenario: The last service stops using a library
      Given the service "invoices" no longer uses "libs/money"
      And the service "orders" no longer uses "libs/money"
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | invoices   |     0 |       0 |       1 |
        | orders     |     0 |       0 |       1 |
        | default    |     1 |       0 |       0 |
      And 0 texts were embedded
      And the index is in step with branch "main"

    Scenario: A service uses the folder of another service
      Given the service "catalog" now uses "services/orders"
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | catalog    |     1 |       0 |       0 |
      And the index is in step with branch "main"

    Scenario: A service inside a shared folder keeps its files to itself
      Given the services
        | SERVICE | PATH            | USES |
        | orders  | services/orders | libs |
        | money   | libs/money      |      |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | orders     |         1 |
        | money      |         1 |
        | default    |         2 |
      And the index is in step with branch "main"
