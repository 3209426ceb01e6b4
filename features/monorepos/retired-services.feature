Feature: Letting go of retired services
  A service that is no longer part of the repository is no longer found: its
  collection gives up the repository's entries, and what is left of its files goes
  where the commit says.

  Background:
    Given a repository "platform"
    And the services
      | SERVICE  | PATH              | USES       |
      | orders   | services/orders   | libs/money |
      | invoices | services/invoices | libs/money |
    And the commits
      | MESSAGE | CHANGE | FILE                     | CONTENT    |
      | start   | add    | services/orders/cart.py  | cart       |
      |         | add    | services/invoices/pdf.py | pdf layout |
      |         | add    | libs/money/round.py      | rounding   |
    And the index was synced

  Rule: A retired service takes its collection with it

    Scenario: A service is removed with its files
      Given the service "invoices" was removed with all its files
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | orders     |         2 |
      And the index is in step with branch "main"

    Scenario: The files of a dissolved service stay findable elsewhere
      Given the service "invoices" was dissolved
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | invoices   |     0 |       0 |       2 |
        | default    |     1 |       0 |       0 |
      And 0 texts were embedded
      And the index is in step with branch "main"

    Scenario: A service changes the name of its collection
      Given the services
        | SERVICE  | PATH              | USES       | COLLECTION |
        | orders   | services/orders   | libs/money | orders     |
        | invoices | services/invoices | libs/money | billing    |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | invoices   |     0 |       0 |       2 |
        | billing    |     2 |       0 |       0 |
      And 0 texts were embedded

    Scenario: The description of the services is deleted
      Given the commits
        | MESSAGE      | CHANGE | FILE       | CONTENT |
        | one team now | edit   | .neap.json | {}      |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | default    |         3 |
      And 0 texts were embedded

    Scenario: A retired service comes back
      Given the service "invoices" was removed with all its files
      And the index was synced
      And commit "retire invoices" was reverted on "main"
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | orders     |         2 |
        | invoices   |         2 |
      And 0 texts were embedded

  Rule: What others keep in a collection of that name stays

    Scenario: Another repository has a service of the same name
      Given a repository "partners"
      And the services
        | SERVICE  | PATH     |
        | invoices | invoices |
      And the commits
        | MESSAGE  | CHANGE | FILE            |
        | partners | add    | invoices/fax.py |
      And the index was synced
      And the services
        | SERVICE | PATH     |
        | faxes   | invoices |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES |
        | orders     |         2 | platform     |
        | invoices   |         2 | platform     |
        | faxes      |         1 | partners     |

    Scenario: A collection that was filled by hand is no retired service
      Given the commits
        | MESSAGE | CHANGE | FILE      |
        | readme  | add    | README.md |
      And the index was synced with
        | SETTING    | VALUE |
        | collection | attic |
      And the service "invoices" was removed with all its files
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | orders     |         2 |
        | attic      |         1 |
        | default    |         1 |
