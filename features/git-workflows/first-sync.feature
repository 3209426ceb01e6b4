Feature: Indexing a repository for the first time
  A new user points Neap at a repository and expects every text file of the branch
  in the index, once, whatever the history behind it looks like. A repository that
  has nothing to index yet is a normal case and not an error.

  Rule: Every file of the branch enters the index once

    Scenario: A small project is indexed for the first time
      Given a repository "shop"
      And the commits
        | MESSAGE      | CHANGE | FILE          | CONTENT            |
        | start prices | add    | src/prices.py | price list         |
        | explain      | add    | README.md     | how the shop works |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE          | EMBEDDED |
        | added  | README.md     | yes      |
        | added  | src/prices.py | yes      |
      And the index is in step with branch "main"

    Scenario: Only the last state of a long history counts
      Given a repository "shop"
      And the commits
        | MESSAGE    | CHANGE | FILE          | CONTENT         |
        | first try  | add    | src/prices.py | guessed prices  |
        | second try | edit   | src/prices.py | measured prices |
        | experiment | add    | src/trial.py  | a passing idea  |
        | clean up   | delete | src/trial.py  |                 |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE          | EMBEDDED |
        | added  | src/prices.py | yes      |
      And 1 text was embedded

    @E-83 @E-84
    Scenario: Source, build and configuration files are all taken in
      Given a repository "platform"
      And the commits
        | MESSAGE | CHANGE | FILE             | CONTENT               |
        | start   | add    | Dockerfile       | FROM debian:12        |
        |         | add    | api/order.proto  | message Order { }     |
        |         | add    | api/server.go    | package main          |
        |         | add    | deploy.yaml      | replicas: 2           |
        |         | add    | go.mod           | module example/orders |
        |         | add    | requirements.txt | flask                 |
        |         | add    | worker/main.py   | print("ready")        |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE             | LANGUAGE     |
        | Dockerfile       | dockerfile   |
        | api/order.proto  | protobuf     |
        | api/server.go    | go           |
        | deploy.yaml      | yaml         |
        | go.mod           | go-module    |
        | requirements.txt | requirements |
        | worker/main.py   | python       |

    @E-95
    Scenario: A thousand files arrive in one sync
      Given a repository "warehouse"
      And 1000 committed files under "src"
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM            | VALUE |
        | files added     |  1000 |
        | files processed |  1000 |
        | files failed    |     0 |
      And no file is indexed twice
      And the index is in step with branch "main"

    Scenario: The report of a first sync names where it started and ended
      Given a repository "shop"
      And the commits
        | MESSAGE      | CHANGE | FILE          |
        | start prices | add    | src/prices.py |
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM        | VALUE            |
        | from commit |                  |
        | to commit   | start prices     |
        | branch      | main             |
        | compared    | the whole branch |
      And the index is in step with branch "main"

  Rule: Equal content is embedded once, whoever owns it

    Scenario: Two files of one repository have the same content
      Given a repository "shop"
      And the commits
        | MESSAGE  | CHANGE | FILE             | CONTENT     |
        | licences | add    | LICENSE          | free to use |
        |          | add    | docs/licence.txt | free to use |
      When the index is synced
      Then the sync completes
      And 1 text was embedded
      And the index is in step with branch "main"

    Scenario: A second repository brings a file that the first one has
      Given a repository "shop"
      And the commits
        | MESSAGE  | CHANGE | FILE    | CONTENT     |
        | licences | add    | LICENSE | free to use |
      And the index was synced
      And a repository "warehouse"
      And the commits
        | MESSAGE  | CHANGE | FILE    | CONTENT     |
        | licences | add    | LICENSE | free to use |
      When the index is synced
      Then the sync completes
      And 0 texts were embedded
      And the sync makes these index changes
        | CHANGE | FILE    | REPOSITORY |
        | added  | LICENSE | warehouse  |

  Rule: Repositories never overwrite the files of one another

    Scenario: Two repositories share a folder name and a README
      Given a repository "team-a/shop"
      And the commits
        | MESSAGE | CHANGE | FILE      | CONTENT            |
        | start   | add    | README.md | a shop for flowers |
      And a repository "team-b/shop"
      And the commits
        | MESSAGE | CHANGE | FILE      | CONTENT             |
        | start   | add    | README.md | a shop for bicycles |
      When the index is synced
      Then the sync completes
      And the index holds
        | REPOSITORY  | FILE      | TEXT                |
        | shop        | README.md | a shop for flowers  |
        | team-b/shop | README.md | a shop for bicycles |

    Scenario: A repository is given a name by its owner
      Given a repository "team-b/shop"
      And the commits
        | MESSAGE | CHANGE | FILE      |
        | start   | add    | README.md |
      When the index is synced with
        | SETTING | VALUE    |
        | name    | bicycles |
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE      | REPOSITORY |
        | added  | README.md | bicycles   |

  Rule: A branch without files is in step with an empty index

    Scenario: A repository has no commit yet
      Given a repository "shop"
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the run report shows
        | ITEM      | VALUE |
        | to commit |       |

    Scenario: The checked-out branch has no commit yet
      Given a repository "shop"
      And the commits
        | MESSAGE      | CHANGE | FILE          |
        | start prices | add    | src/prices.py |
      And the checked-out branch is "fresh-start"
      When the index is synced
      Then the sync completes
      And the sync makes no index changes

    Scenario: The first commit arrives after an empty sync
      Given a repository "shop"
      And the index was synced
      And the commits
        | MESSAGE      | CHANGE | FILE          |
        | start prices | add    | src/prices.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE          | EMBEDDED |
        | added  | src/prices.py | yes      |

    Scenario: A commit has no files at all
      Given a repository "shop"
      And the commits
        | MESSAGE | CHANGE  |
        | start   | nothing |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the run report shows
        | ITEM      | VALUE |
        | to commit | start |

  Rule: What cannot be read as asked leaves the index alone

    Scenario: The folder is not a repository
      Given a folder "notes" without a repository
      When the index is synced
      Then the sync stops with error "not-a-repository"
      And the index file is untouched

    Scenario Outline: The folder says where its repository is, and <what is wrong>
      Given a folder "notes" without a repository
      And the uncommitted file ".git" holds "<words>"
      When the index is synced
      Then the sync stops with error "not-a-repository"
      And the index file is untouched

      Examples:
        | what is wrong    | words                |
        | nothing is there | gitdir: ../elsewhere |
        | names no place   | see the other folder |

    Scenario: The branch to follow does not exist
      Given a repository "shop"
      And the commits
        | MESSAGE      | CHANGE | FILE          |
        | start prices | add    | src/prices.py |
      And the index follows branch "discount"
      When the index is synced
      Then the sync stops with error "ref-not-found"
      And the sync makes no index changes
