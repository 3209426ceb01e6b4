Feature: Following repositories
  The repositories that are synced together are a list that is easy to look at and to
  change. It is kept with the configuration of the person, and each has the name
  that the index uses.

  Background:
    Given a repository "billing"
    And a repository "shop"
    And the commits
      | REPOSITORY | MESSAGE       | CHANGE | FILE        | CONTENT     |
      | billing    | start billing | add    | src/pay.py  | paying      |
      | shop       | start shop    | add    | src/cart.py | a full cart |

  Rule: A repository that is added is followed from then on

    Scenario: The current repository is added
      When the operator runs "neap repo add"
      Then the exit code is 0
      And the output shows
        """
        Following shop at
        """

    Scenario: The list shows what is followed and when it was synced
      Given all repositories are followed
      And all followed repositories were synced
      When the operator runs "neap repo list --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                           | VALUE                |
        | repositories.length            |                    2 |
        | repositories[0].name           | billing              |
        | repositories[0].path           | (ends with /billing) |
        | repositories[0].ref            | HEAD                 |
        | repositories[0].exists         | true                 |
        | repositories[0].collections[0] | default              |
        | repositories[0].synced_at      | (any text)           |

    Scenario: The list for people
      Given all repositories are followed
      When the operator runs "neap repo list"
      Then the exit code is 0
      And the output shows
        """
        billing
        never synced
        shop
        never synced
        """

    Scenario: Nothing is followed yet
      When the operator runs "neap repo list"
      Then the exit code is 0
      And the output shows
        """
        No repository is followed; `neap repo add FOLDER` adds one.
        """

    Scenario: A repository is added twice
      Given all repositories are followed
      When the operator runs "neap repo add . --collection carts"
      Then the exit code is 0
      And the followed repositories are
        | NAME    | COLLECTION |
        | billing |            |
        | shop    | carts      |

    Scenario: A repository is added again and only its branch is said
      Given all repositories are followed
      And the repository "shop" is followed in collection "carts"
      When the operator runs "neap repo add . --ref main"
      Then the exit code is 0
      And the output shows
        """
        Following shop at
        stays findable until the next `neap index sync --all` has moved it.
        """
      And the followed repositories are
        | NAME    | COLLECTION | REF  |
        | billing |            |      |
        | shop    | carts      | main |

    Scenario: A repository that was added again is synced to where it was said at first
      Given the repository "shop" is followed in collection "carts"
      And all repositories are followed
      When the operator runs "neap index sync --all"
      Then the exit code is 0
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES |
        | carts      |         1 | shop         |
        | default    |         1 | billing      |

    Scenario: A repository is added again with a slash behind its folder
      Given all repositories are followed
      When the operator runs "neap repo add ../shop/ --collection carts"
      Then the exit code is 0
      And the followed repositories are
        | NAME    | COLLECTION |
        | billing |            |
        | shop    | carts      |

    Scenario: A repository is added under another name and with a branch
      When the operator runs "neap repo add . --name carts --ref main"
      Then the exit code is 0
      And the followed repositories are
        | NAME  | REF  |
        | carts | main |

    Scenario: Two repositories have the same folder name
      Given a repository "old/shop"
      When the operator runs "neap repo add ../../shop ."
      Then the exit code is 0
      And the followed repositories are
        | NAME     |
        | shop     |
        | old/shop |

    Scenario: A name that is taken is refused
      Given all repositories are followed
      When the operator runs "neap repo add ../billing --name shop"
      Then the exit code is 2
      And the followed repositories are
        | NAME    |
        | billing |
        | shop    |

    Scenario: A name that the index knows another repository by is refused
      Given all repositories are followed
      And the repository "billing" is followed as "money"
      When the operator runs "neap repo add . --name billing"
      Then the exit code is 2
      And the followed repositories are
        | NAME  |
        | money |
        | shop  |

    Scenario: Another worktree of a followed repository is followed too
      Given all repositories are followed
      And the commits
        | BRANCH | FROM | MESSAGE | CHANGE | FILE        |
        | next   | main | plans   | add    | src/plan.py |
      And branch "next" is also checked out in another worktree
      When the operator runs "neap repo add ../shop-other-worktree --name soon"
      Then the exit code is 0
      And the followed repositories are
        | NAME    |
        | billing |
        | shop    |
        | soon    |

    Scenario: Another worktree gets a name of its own
      Given a repository "teams/cart"
      And the commits
        | BRANCH | FROM | MESSAGE | CHANGE | FILE        |
        | main   |      | start   | add    | src/cart.py |
        | next   | main | plans   | add    | src/plan.py |
      And branch "next" is also checked out in another worktree
      And all repositories are followed
      When the operator runs "neap repo add ../cart-other-worktree"
      Then the exit code is 0
      And the followed repositories are
        | NAME       |
        | billing    |
        | cart       |
        | shop       |
        | teams/cart |

    Scenario: A folder without a repository is refused
      Given a folder "papers" without a repository
      When the operator runs "neap repo add"
      Then the exit code is 4

  Rule: Commands that change the list at the same moment lose nothing of each other

    @process
    Scenario: Repositories are followed by commands that start together
      Given a repository "mail"
      And a repository "search"
      And a repository "stock"
      And a repository "website"
      When 6 commands that follow a repository each start together
      Then the followed repositories are
        | NAME    |
        | billing |
        | mail    |
        | search  |
        | shop    |
        | stock   |
        | website |

  Rule: A repository that is removed leaves the list and the index

    Scenario: A repository is removed
      Given all repositories are followed
      And all followed repositories were synced
      When the operator runs "neap repo remove billing"
      Then the exit code is 0
      And the followed repositories are
        | NAME |
        | shop |
      And the index holds
        | REPOSITORY | FILE        |
        | shop       | src/cart.py |

    Scenario Outline: A repository is removed by <what names it>
      Given all repositories are followed
      And all followed repositories were synced
      When the operator runs "neap repo remove <folder>"
      Then the exit code is 0
      And the index holds
        | REPOSITORY | FILE        |
        | shop       | src/cart.py |

      Examples:
        | what names it            | folder      |
        | its folder               | ../billing  |
        | its folder, with a slash | ../billing/ |

    Scenario: A script no longer hears of a repository that was removed
      Given all repositories are followed
      And all followed repositories were synced
      And the repository "billing" is followed no longer
      When a script asks for "the state of the index"
      Then the exit code is 0
      And the output is JSON with
        | PATH                    | VALUE |
        | revisions.length        |     1 |
        | revisions[0].repository | shop  |

    Scenario: A repository is removed and its entries are kept
      Given all repositories are followed
      And all followed repositories were synced
      When the operator runs "neap repo remove billing --keep-entries"
      Then the exit code is 0
      And the followed repositories are
        | NAME |
        | shop |
      And the index holds
        | REPOSITORY | FILE        |
        | shop       | src/cart.py |
        | billing    | src/pay.py  |

    Scenario: A repository that was renamed is removed with what it left under its first name
      Given all repositories are followed
      And all followed repositories were synced
      And the repository "billing" is followed as "money"
      When the operator runs "neap repo remove money"
      Then the exit code is 0
      And the index holds
        | REPOSITORY | FILE        |
        | shop       | src/cart.py |

    Scenario: A repository that was removed comes back with its files
      Given all repositories are followed
      And all followed repositories were synced
      And the repository "billing" is followed no longer
      And all repositories are followed
      When the operator runs "neap index sync --all"
      Then the exit code is 0
      And the index holds
        | REPOSITORY | FILE        |
        | shop       | src/cart.py |
        | billing    | src/pay.py  |

    Scenario: A repository that nobody follows cannot be removed
      Given all repositories are followed
      When the operator runs "neap repo remove website"
      Then the exit code is 2
      And the error output shows
        """
        No repository named website is followed.
        """

  Rule: Who follows a repository elsewhere is told what happens to its entries

    Scenario: A dry run says what would leave
      Given all repositories are followed
      And all followed repositories were synced
      And the repository "shop" is followed in collection "carts"
      When the operator runs "neap index sync --all --dry-run"
      Then the exit code is 0
      And the output shows
        """
        DRY RUN: shop (main) in collection carts would be brought to
        DRY RUN: shop (main) in collection default would be brought to
          files     1 file removed
          note      Nothing of the repository belongs to this collection any more, so its entries leave it.
        """
      And the index file is untouched

    Scenario: A dry run leaves it to the next sync to move
      Given all repositories are followed
      And all followed repositories were synced
      And the repository "shop" is followed in collection "carts"
      And the index was synced with
        | SETTING      | VALUE        |
        | repositories | all followed |
        | dry run      | yes          |
      When the operator runs "neap index sync --all"
      Then the exit code is 0
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES |
        | carts      |         1 | shop         |
        | default    |         1 | billing      |

  Rule: One report for all, and an exit code for scripts

    Scenario: All are synced
      Given all repositories are followed
      When the operator runs "neap index sync --all"
      Then the exit code is 0
      And the output shows
        """
        billing (main) in collection default is in step with
        shop (main) in collection default is in step with
        2 repositories: 2 synced, 0 failed.
        """

    Scenario: One of them fails
      Given all repositories are followed
      And the repository "billing" lost its history
      When the operator runs "neap index sync --all"
      Then the exit code is 1
      And the output shows
        """
        2 repositories: 1 synced, 1 failed.
        """
      And the error output shows
        """
        error: billing:
        """

    Scenario: People are told what is safe and what to type for each that failed
      Given all repositories are followed
      And the repository "billing" lost its history
      When the operator runs "neap index sync --all"
      Then the exit code is 1
      And the error output shows
        """
        error: billing:
        safe:
        next:
        """
      And the index holds
        | REPOSITORY | FILE        |
        | shop       | src/cart.py |

    Scenario: The store fails for every one of them
      Given the index is kept in "Qdrant"
      And all repositories are followed
      And the index store is down
      When the operator runs "neap index sync --all"
      Then the exit code is 3
      And the output shows
        """
        2 repositories: 0 synced, 2 failed.
        """
      And the error output shows
        """
        error: billing: The store qdrant+http://
        next: Run `neap index sync` again when the server is back; it goes on.
        error: shop: The store qdrant+http://
        next: Run `neap index sync` again when the server is back; it goes on.
        """
      And the vector server keeps 0 points

    Scenario: The store fails, and a repository for a reason of its own
      Given the index is kept in "Qdrant"
      And all repositories are followed
      And the repository "billing" lost its history
      And the index store is down
      When the operator runs "neap index sync --all"
      Then the exit code is 1
      And the vector server keeps 0 points

    Scenario: Nothing is followed
      When the operator runs "neap index sync --all"
      Then the exit code is 2
      And the error output shows
        """
        No repository is followed, so there is nothing to sync.
        """

    Scenario Outline: A contradiction is refused: <contradiction>
      When the operator runs "neap index sync --all <options>"
      Then the exit code is 2

      Examples:
        | contradiction              | options      |
        | all and one of them        | ../billing   |
        | one name for all           | --name carts |
        | no repository at a time    | --jobs 0     |
        | more than the machine does | --jobs 1000  |
        | all and a feed             | --stdin      |
