Feature: Asking for one service on the command line
  Every service of a monorepo has a collection of its own. The commands take the name of a
  service or of its collection, and say which ones there are when a name is wrong.

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

  Rule: A search may be held to one collection

    Scenario: A search over everything shows a shared file once
      When the operator runs "neap index search rounding --by words --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE               |
        | hits.length  |                   1 |
        | hits[0].path | libs/money/round.py |

    Scenario: A search in one collection finds the libraries of that service
      When the operator runs "neap index search rounding --collection orders --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE               |
        | hits[0].path       | libs/money/round.py |
        | hits[0].collection | orders              |

    Scenario: A search in a collection that does not use the library finds nothing of it
      When the operator runs "neap index search rounding --collection catalog --by words --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE |
        | hits.length |     0 |

  Rule: A wrong or retired name is answered with what there is

    Scenario: The operator is told which services there are
      When the operator runs "neap index sync --service order"
      Then the exit code is 2
      And the error output shows
        """
        There is no service order; the commit has orders, invoices, catalog.
        """

    Scenario: The status no longer names the collection
      Given the service "invoices" was removed with all its files
      And the index was synced
      When the operator runs "neap index status --collection invoices --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH             | VALUE |
        | revisions.length |     0 |
