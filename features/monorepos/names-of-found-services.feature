Feature: Naming the services that are found
  People and scripts search a service by the name of its collection. A service that
  was found is named after its folder and nothing else, so that no other service can
  have its name, and nothing that happens elsewhere can change it.

  Background:
    Given a repository "platform"
    And the commits
      | MESSAGE | CHANGE | FILE        | CONTENT                |
      | detect  | add    | .neap.json  | {"services": "detect"} |
      |         | add    | .neapignore | .neap.json\ngo.work    |

  Rule: No two services share a name

    Scenario: Three folders end alike
      Given the committed file "go.work":
        """
        use ./orders/api
        use ./billing/api
        use ./orders-api
        """
      And the commits
        | MESSAGE | CHANGE | FILE               |
        | start   | add    | orders/api/go.mod  |
        |         | add    | billing/api/go.mod |
        |         | add    | orders-api/go.mod  |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION  | DOCUMENTS |
        | orders/api  |         1 |
        | billing/api |         1 |
        | orders-api  |         1 |
        | default     |         1 |

    Scenario Outline: A folder has the name of <what>
      Given the committed file "go.work":
        """
        use ./<folder>
        """
      And the commits
        | MESSAGE | CHANGE | FILE            |
        | start   | add    | <folder>/go.mod |
        |         | add    | README.md       |
      When the index is synced with
        | SETTING    | VALUE  |
        | collection | <rest> |
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | <folder>/  |         1 |
        | <rest>     |         2 |

      Examples:
        | what                                | folder   | rest     |
        | the collection of everything else   | platform | platform |
        | the usual collection of the rest    | default  | default  |
        | the usual one where another is used | default  | platform |

  Rule: A name stays what it was

    Scenario: A folder of the same last name joins the workspace
      Given the committed file "go.work":
        """
        use ./orders/api
        """
      And the commits
        | MESSAGE | CHANGE | FILE              |
        | start   | add    | orders/api/go.mod |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE               | CONTENT                             |
        | billing | edit   | go.work            | use ./orders/api\nuse ./billing/api |
        |         | add    | billing/api/go.mod | module billing                      |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION  | ADDED | UPDATED | REMOVED |
        | billing/api |     1 |       0 |       0 |

    Scenario: The services had other names before they were found
      Given the committed file "go.work":
        """
        use ./orders/api
        """
      And the commits
        | MESSAGE | CHANGE | FILE              | CONTENT                             |
        | start   | add    | orders/api/go.mod | module orders                       |
        |         | edit   | .neap.json        | {"services": {"api": "orders/api"}} |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE       | CONTENT                |
        | renamed | edit   | .neap.json | {"services": "detect"} |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | api        |     0 |       0 |       1 |
        | orders/api |     1 |       0 |       0 |
      And 0 texts were embedded
