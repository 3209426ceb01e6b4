@alone
Feature: Paying for the change, not for the repository
  Most syncs follow a small commit in a large repository. They read, embed and write
  what changed, however much there is besides.

  Rule: The size of the repository is no part of the price

    Scenario Outline: One file changes among <files>
      Given a repository "shop"
      And <files> committed files of 300 bytes under "src"
      And the index was synced
      And one commit changes many files
        | CHANGE | FILES | UNDER |
        | edit   |     1 | src   |
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE         |
        | compared      | changed trees |
        | contents read |             1 |
        | bytes read    |           300 |
      And 1 text was embedded

      Examples:
        | files |
        |    10 |
        |   300 |
        | 3,000 |

    Scenario: Nothing changes among 3,000 files
      Given a repository "shop"
      And 3,000 committed files of 300 bytes under "src"
      And the index was synced
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE   |
        | status        | in_step |
        | compared      | nothing |
        | contents read |       0 |

    Scenario: A new commit has the tree of the last one
      Given a repository "shop"
      And 300 committed files of 300 bytes under "src"
      And the index was synced
      And the last commit on "main" was reworded to "the same files"
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE    |
        | compared      | tree ids |
        | contents read |        0 |

  Rule: Services that were found are not looked for in what did not change

    Background:
      Given a repository "platform"
      And the commits
        | MESSAGE | CHANGE | FILE                         | CONTENT                |
        | start   | add    | .neap.json                   | {"services": "detect"} |
        |         | add    | pom.xml                      | <project />            |
        |         | add    | tools/bench/package.json     | {"name": "bench"}      |
        |         | add    | tools/bench/main.js          | bench                  |
        |         | add    | services/package.json        | {"workspaces": ["*"]}  |
        |         | add    | services/orders/package.json | {"name": "orders"}     |
        |         | add    | services/orders/main.js      | orders                 |
      And the index was synced

    Scenario Outline: A commit <does what>, and the manifests besides are unreadable
      Given the git object of "services/package.json" was overwritten
      And the git object of "services/orders/package.json" was overwritten
      And the git object of "tools/bench/package.json" was overwritten
      And the commits
        | MESSAGE | CHANGE   | FILE   | CONTENT   |
        | change  | <change> | <file> | <content> |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE   | FILE   | COLLECTION   |
        | <result> | <file> | <collection> |

      Examples:
        | does what                             | change | file                    | content                 | result  | collection      |
        | edits a file of a service             | edit   | services/orders/main.js | orders and more         | updated | services/orders |
        | adds a file                           | add    | services/orders/more.js | more orders             | added   | services/orders |
        | removes a file                        | delete | services/orders/main.js |                         | removed | services/orders |
        | edits a manifest that names no member | edit   | pom.xml                 | <project>shop</project> | updated | default         |

    Scenario: A commit edits a workspace, and the manifests of its members are unreadable
      Given the git object of "services/orders/package.json" was overwritten
      And the commits
        | MESSAGE | CHANGE | FILE                  | CONTENT                                       |
        | change  | edit   | services/package.json | {"workspaces": ["*"], "name": "all services"} |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | default    |     0 |       1 |       0 |

  @process @slow
  Rule: A small change takes a small part of the time of a first sync

    Scenario: One file changes among 3,000 that are known
      Given a repository "known"
      And 3,000 committed files of 3,000 bytes under "src"
      And the index was synced
      And one commit changes many files
        | CHANGE | FILES | UNDER |
        | edit   |     1 | src   |
      And a repository "unknown"
      And 3,000 committed files of 3,100 bytes under "src"
      When the next syncs are measured
        | RUN            | REPOSITORY |
        | a first sync   | unknown    |
        | a small change | known      |
      Then the measurements are
        | MEASURE | RUN            | AGAINST      | LIMIT             |
        | time    | a small change | a first sync | at most 0.7 times |
