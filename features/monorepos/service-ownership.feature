Feature: Giving each service a collection of its own
  Many services live in one repository. A committed file says which folders belong to
  which service, and each service has a collection, so that a team searches only its
  own code. Everything else stays in the collection of the repository.

  Background:
    Given a repository "platform"
    And the services
      | SERVICE | PATH             | USES |
      | orders  | services/orders  |      |
      | catalog | services/catalog |      |

  Rule: A file belongs to the service whose folder is the closest around it

    Scenario: A monorepo is indexed for the first time
      Given the commits
        | MESSAGE | CHANGE | FILE                       |
        | start   | add    | services/orders/cart.py    |
        |         | add    | services/orders/api/get.py |
        |         | add    | services/catalog/find.py   |
        |         | add    | README.md                  |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | orders     |         2 |
        | catalog    |         1 |
        | default    |         1 |
      And the index is in step with branch "main"

    Scenario Outline: A new file arrives <where>
      Given the commits
        | MESSAGE  | CHANGE | FILE   |
        | new file | add    | <file> |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | <owner>    |     1 |       0 |       0 |
      And the index is in step with branch "main"

      Examples: inside a service
        | where                   | file                          | owner   |
        | at the top of a service | services/orders/README.md     | orders  |
        | deep inside a service   | services/orders/api/v2/get.py | orders  |
        | in the other service    | services/catalog/search.py    | catalog |

      Examples: outside every service
        | where                                  | file                        | owner   |
        | at the top of the repository           | README.md                   | default |
        | in a folder that no service has        | libs/dates/week.py          | default |
        | in a folder whose name begins alike    | services/orders-old/x.py    | default |
        | as a file that is named like a service | services/orders.md          | default |
        | in a folder of the same name elsewhere | docs/services/orders/use.md | default |
        | in a folder that differs in case       | services/Orders/cart.py     | default |

    Scenario: A service inside the folder of another one has its files to itself
      Given the services
        | SERVICE | PATH                   |
        | orders  | services/orders        |
        | refunds | services/orders/refund |
      And the commits
        | MESSAGE | CHANGE | FILE                            |
        | start   | add    | services/orders/cart.py         |
        |         | add    | services/orders/refund/money.py |
        |         | add    | services/orders/refunds.md      |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | orders     |         2 |
        | refunds    |         1 |
      And the index is in step with branch "main"

    Scenario: A service has several folders
      Given the services
        | SERVICE | PATH                              |
        | orders  | services/orders, jobs/orders-mail |
      And the commits
        | MESSAGE | CHANGE | FILE                       |
        | start   | add    | services/orders/cart.py    |
        |         | add    | jobs/orders-mail/weekly.py |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | orders     |         2 |

    Scenario: Two services share a collection
      Given the services
        | SERVICE | PATH            | COLLECTION |
        | orders  | services/orders | shop       |
        | basket  | services/basket | shop       |
      And the commits
        | MESSAGE | CHANGE | FILE                    |
        | start   | add    | services/orders/cart.py |
        |         | add    | services/basket/add.py  |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | shop       |         2 |
      And the index is in step with branch "main"

    Scenario: A service names a folder that nobody made
      Given the services
        | SERVICE | PATH                           |
        | orders  | services/ordres, services/cart |
      And the commits
        | MESSAGE | CHANGE | FILE                      |
        | start   | add    | services/orders/cart.py   |
        |         | add    | services/cart/basket.py   |
        |         | add    | services/ordresses/odd.py |
      When the service "orders" is synced
      Then the sync completes
      And the run report shows
        | ITEM        | VALUE           |
        | files noted | services/ordres |
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | orders     |         1 |

    Scenario: A folder has letters that are not ASCII and a comma
      Given the services
        | SERVICE | PATH           |
        | orders  | services/größe |
      And the commits
        | MESSAGE | CHANGE | FILE                         |
        | start   | add    | services/größe/a; b, c.py    |
        |         | add    | services/größer/elsewhere.py |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | orders     |         1 |
        | default    |         1 |

  Rule: Work inside one service stays inside its collection

    Scenario: A service that a commit leaves alone moves along without a run of its own
      Given the commits
        | MESSAGE | CHANGE | FILE                     |
        | start   | add    | services/orders/cart.py  |
        |         | add    | services/catalog/find.py |
      And the index was synced
      And the commits
        | MESSAGE    | CHANGE | FILE                    |
        | empty cart | edit   | services/orders/cart.py |
      When the index is synced
      Then the runs are now
        | STATUS    | COLLECTION | LINES |
        | completed | default    |     2 |
        | completed | catalog    |     1 |
        | completed | orders     |     1 |
        | completed | default    |     0 |
        | completed | orders     |     1 |
      And the index is in step with branch "main"

    Scenario: One team edits its own service
      Given the commits
        | MESSAGE | CHANGE | FILE                     |
        | start   | add    | services/orders/cart.py  |
        |         | add    | services/catalog/find.py |
      And the index was synced
      And the commits
        | MESSAGE    | CHANGE | FILE                    |
        | empty cart | edit   | services/orders/cart.py |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       1 |       0 |
      And 1 text was embedded
      And the index is in step with branch "main"

    Scenario: Nothing was committed since the last sync
      Given the commits
        | MESSAGE | CHANGE | FILE                    |
        | start   | add    | services/orders/cart.py |
      And the index was synced
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the run report shows
        | ITEM   | VALUE   |
        | status | in_step |

    Scenario: Rules at the top of the repository hold inside the services
      Given the commits
        | MESSAGE | CHANGE | FILE                    | CONTENT                     |
        | start   | add    | .gitattributes          | legacy/** linguist-vendored |
        |         | add    | services/orders/cart.py | a cart                      |
      And the index was synced
      And the commits
        | MESSAGE   | CHANGE | FILE                       | CONTENT                                   |
        | generated | edit   | .gitattributes             | services/orders/gen/** linguist-generated |
        |           | add    | services/orders/gen/api.py | a generated client                        |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | default    |     0 |       1 |       0 |
      And the index is in step with branch "main"

  Rule: Changing the services costs no vector

    Scenario: A repository is divided into services after it was indexed as a whole
      Given the commits
        | MESSAGE | CHANGE | FILE                    |
        | start   | add    | services/orders/cart.py |
        |         | add    | services/basket/add.py  |
      And the index was synced
      And the services
        | SERVICE | PATH            |
        | orders  | services/orders |
        | basket  | services/basket |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | default    |     0 |       0 |       1 |
        | basket     |     1 |       0 |       0 |
      And 0 texts were embedded
      And the index is in step with branch "main"

    Scenario: The folder of a service is narrowed
      Given the commits
        | MESSAGE | CHANGE | FILE                         |
        | start   | add    | services/orders/src/cart.py  |
        |         | add    | services/orders/docs/cart.md |
      And the index was synced
      And the services
        | SERVICE | PATH                |
        | orders  | services/orders/src |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       0 |       1 |
        | default    |     1 |       0 |       0 |
      And 0 texts were embedded

  Rule: A description that cannot be is refused, and nothing is changed

    Scenario: Two services own the same folder
      Given the services
        | SERVICE | PATH            |
        | orders  | services/orders |
        | basket  | services/orders |
      When the index is synced
      Then the sync stops with error "usage"
      And the sync makes no index changes

    Scenario Outline: The committed description <what>
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT   |
        | wrong   | edit   | .neap.json | <content> |
      When the index is synced
      Then the sync stops with error "usage"
      And the sync makes no index changes

      Examples:
        | what                           | content                                                                  |
        | is not JSON                    | services: orders                                                         |
        | names a folder outside         | {"services": {"orders": "../orders"}}                                    |
        | leaves the folder out          | {"services": {"orders": {"uses": []}}}                                   |
        | has a number for a folder      | {"services": {"orders": 7}}                                              |
        | has a list where names must be | {"services": ["services/orders"]}                                        |
        | has a service without a name   | {"services": {" ": "services/orders"}}                                   |
        | has a service without a folder | {"services": {"orders": []}}                                             |
        | leaves the collection empty    | {"services": {"orders": {"path": "services/orders", "collection": " "}}} |
        | misspells a member             | {"services": {"orders": {"path": "services/orders", "use": ["libs"]}}}   |

  @E-60 @E-61 @E-62
  Rule: A company's set of services is synced as one

    Scenario: Two services, shared code, additions and deletions
      Given the services
        | SERVICE  | PATH     |
        | ServiceA | ServiceA |
        | ServiceB | ServiceB |
        | Shared   | Shared   |
      And the commits
        | MESSAGE | CHANGE | FILE               |
        | start   | add    | ServiceA/api.py    |
        |         | add    | ServiceA/old.py    |
        |         | add    | ServiceB/worker.py |
        |         | add    | ServiceB/old.py    |
        |         | add    | Shared/money.py    |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE               |
        | release | add    | ServiceA/orders.py |
        |         | delete | ServiceA/old.py    |
        |         | add    | ServiceB/mail.py   |
        |         | delete | ServiceB/old.py    |
        |         | add    | Shared/dates.py    |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | ServiceA   |     1 |       0 |       1 |
        | ServiceB   |     1 |       0 |       1 |
        | Shared     |     1 |       0 |       0 |
      And the index is in step with branch "main"

  @E-81 @E-82
  Rule: Every service of a mixed monorepo is processed, whatever its language

    Scenario: Four services in three languages
      Given the services
        | SERVICE              | PATH                          |
        | api-gateway          | services/api-gateway          |
        | user-service         | services/user-service         |
        | notification-service | services/notification-service |
        | shared               | shared                        |
      And the settings
        | SETTING    | VALUE |
        | workers    |     3 |
        | batch size |     5 |
      And the commits
        | MESSAGE | CHANGE | FILE                                           |
        | start   | add    | services/api-gateway/main.go                   |
        |         | add    | services/api-gateway/go.mod                    |
        |         | add    | services/api-gateway/Dockerfile                |
        |         | add    | services/api-gateway/deploy.yaml               |
        |         | add    | services/user-service/app.py                   |
        |         | add    | services/user-service/models.py                |
        |         | add    | services/user-service/requirements.txt         |
        |         | add    | services/user-service/Dockerfile               |
        |         | add    | services/notification-service/mail.py          |
        |         | add    | services/notification-service/sms.py           |
        |         | add    | services/notification-service/requirements.txt |
        |         | add    | shared/user.proto                              |
        |         | add    | shared/events.proto                            |
        |         | add    | shared/config.yaml                             |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION           | DOCUMENTS |
        | api-gateway          |         4 |
        | user-service         |         4 |
        | notification-service |         3 |
        | shared               |         3 |
      And the index is in step with branch "main"
