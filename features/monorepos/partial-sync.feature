Feature: Syncing one service alone
  A team that wants its own service up to date need not wait for a whole monorepo.
  What belongs to other services stays as it was and is caught up by the next sync.

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

  Rule: The other collections stay as they were

    Scenario: The work of the other service waits
      Given the commits
        | MESSAGE    | CHANGE | FILE                     | CONTENT          |
        | empty cart | edit   | services/orders/cart.py  | cart, maybe bare |
        | new footer | edit   | services/invoices/pdf.py | pdf with footer  |
      When the service "orders" is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       1 |       0 |
      And these files are waiting for a sync
        | SERVICE  | FILE                     |
        | invoices | services/invoices/pdf.py |

    Scenario: A full sync catches up
      Given the commits
        | MESSAGE    | CHANGE | FILE                     | CONTENT          |
        | empty cart | edit   | services/orders/cart.py  | cart, maybe bare |
        | new footer | edit   | services/invoices/pdf.py | pdf with footer  |
      And the service "orders" was synced
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | invoices   |     0 |       1 |       0 |
      And the index is in step with branch "main"

    Scenario: A shared file reaches one service now and the other one later
      Given the commits
        | MESSAGE       | CHANGE | FILE                | CONTENT       |
        | fair rounding | edit   | libs/money/round.py | fair rounding |
      And the service "orders" was synced
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | invoices   |     0 |       1 |       0 |
      And 0 texts were embedded

    Scenario: A service is synced before anything else was
      Given the services
        | SERVICE  | PATH              |
        | orders   | services/orders   |
        | invoices | services/invoices |
        | mail     | services/mail     |
      And the commits
        | MESSAGE   | CHANGE | FILE                    |
        | send mail | add    | services/mail/send.py   |
        | more cart | edit   | services/orders/cart.py |
      When the service "mail" is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | mail       |     1 |       0 |       0 |

    Scenario: The service is in step already
      When the service "orders" is synced
      Then the sync completes
      And the sync makes no index changes
      And the run report shows
        | ITEM       | VALUE   |
        | status     | in_step |
        | collection | orders  |

    Scenario: History goes back after one service was synced
      Given the commits
        | MESSAGE    | CHANGE | FILE                    | CONTENT          |
        | empty cart | edit   | services/orders/cart.py | cart, maybe bare |
      And the service "orders" was synced
      And branch "main" was force-pushed back to commit "start"
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       1 |       0 |
      And the index is in step with branch "main"

  Rule: A feed may be taken in for one service alone

    Scenario: The printed changes of a commit are piped in for one service
      Given the commits
        | MESSAGE | CHANGE | FILE                     | CONTENT          |
        | rework  | edit   | services/orders/cart.py  | cart, maybe bare |
        |         | edit   | services/invoices/pdf.py | pdf with footer  |
      And the settings
        | SETTING | VALUE  |
        | service | orders |
      When the printed changes from "start" to "rework" are piped into the sync
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       1 |       0 |

    Scenario: Lines about other services are not even read
      Given the settings
        | SETTING | VALUE  |
        | service | orders |
      When these changes are piped into the sync
        """
        {"path":"services/orders/cart.py","content":"cart, maybe bare"}
        {"path":"services/invoices/pdf.py","content":"pdf with footer"}
        {"path":"README.md","content":"about us"}
        """
      Then the sync completes
      And 1 text was embedded
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       1 |       0 |

    Scenario: No line is about the service
      Given the settings
        | SETTING | VALUE  |
        | service | orders |
      When these changes are piped into the sync
        """
        {"path":"services/invoices/pdf.py","content":"pdf with footer"}
        """
      Then the sync completes
      And the sync makes no index changes

  Rule: A service that nobody described is refused

    Scenario: The name of the service is wrong
      When the service "order" is synced
      Then the sync stops with error "usage"
      And the sync makes no index changes

    Scenario: A feed is for a service that nobody described
      Given the settings
        | SETTING | VALUE |
        | service | order |
      When these changes are piped into the sync
        """
        {"path":"services/orders/cart.py","content":"cart, maybe bare"}
        """
      Then the sync stops with error "usage"
      And the sync makes no index changes

  Rule: All services of a sync become visible together or not at all

    @process
    Scenario: The engine dies after the first service was read
      Given the commits
        | MESSAGE | CHANGE | FILE                     | CONTENT    |
        | rework  | edit   | services/invoices/pdf.py | new layout |
        |         | edit   | services/orders/cart.py  | new cart   |
      And these faults are armed
        | WHERE  | AT                    | FAULT          |
        | engine | before the run closes | process killed |
      When the index is synced
      Then the sync stops with error "killed"
      And the sync makes no index changes

    @process
    Scenario: A sync that died is finished by the next one
      Given the commits
        | MESSAGE | CHANGE | FILE                     | CONTENT    |
        | rework  | edit   | services/invoices/pdf.py | new layout |
        |         | edit   | services/orders/cart.py  | new cart   |
      And these faults are armed
        | WHERE  | AT                    | FAULT          |
        | engine | before the run closes | process killed |
      And the sync was interrupted
      When the sync is resumed
      Then the sync completes
      And 0 texts were embedded
      And the index is in step with branch "main"
      And no file is indexed twice

    @process
    Scenario: A sync that died is not gone on with once its change was taken back
      Given these faults are armed
        | WHERE  | AT                    | FAULT          |
        | engine | before the run closes | process killed |
      And the commits
        | MESSAGE | CHANGE | FILE                     | CONTENT    |
        | rework  | edit   | services/invoices/pdf.py | new layout |
      And the sync was interrupted
      And the commits
        | MESSAGE | CHANGE | FILE                     | CONTENT    |
        | undo    | edit   | services/invoices/pdf.py | pdf layout |
      And the index was synced
      When the interrupted sync is gone on with
      Then the run report shows
        | ITEM   | VALUE         |
        | status | nothing_to_do |
      And the index is in step with branch "main"

    Scenario: The operator stops a sync of several services
      Given the commits
        | MESSAGE | CHANGE | FILE                     | CONTENT    |
        | rework  | edit   | services/invoices/pdf.py | new layout |
        |         | edit   | services/orders/cart.py  | new cart   |
      When the operator stops the sync
      Then the sync stops with error "interrupted"
      And the sync makes no index changes
