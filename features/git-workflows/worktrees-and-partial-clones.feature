Feature: Reading every kind of checkout
  Build servers and developers keep repositories in many forms: bare, shallow, sparse,
  partial, in several worktrees. The index equals the commit in each of them, and what
  a clone does not hold is fetched or named, never guessed.

  Background:
    Given a repository "shop"
    And the commits
      | BRANCH   | FROM | MESSAGE      | CHANGE | FILE          | CONTENT        |
      | main     |      | start prices | add    | src/prices.py | price list     |
      |          |      | explain      | add    | docs/shop.md  | how it works   |
      | discount | main | add codes    | add    | src/codes.py  | discount codes |

  Rule: The commit counts, whatever is checked out

    Scenario: A bare clone has no files to look at
      Given the repository was replaced by a bare clone
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE          | COMMIT  |
        | docs/shop.md  | explain |
        | src/prices.py | explain |
      And the index is in step with branch "main"

    @process
    Scenario: A git hook of another repository starts the sync
      Given the environment variables
        | NAME           | VALUE               |
        | GIT_DIR        | ../another/.git     |
        | GIT_WORK_TREE  | ../another          |
        | GIT_INDEX_FILE | ../another/.git/new |
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"
      And the repository is untouched

    Scenario: A sparse checkout shows only one folder
      Given only "docs" is checked out
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE          |
        | docs/shop.md  |
        | src/prices.py |
      And the repository is untouched

    Scenario: A sparse checkout shows another folder
      Given only "docs" is checked out
      And the index was synced
      And only "src" is checked out
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"

    Scenario: A developer looks at an old commit
      Given the index was synced
      And the checked-out commit is "start prices"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE         | EMBEDDED |
        | removed | docs/shop.md | no       |
      And the run report shows
        | ITEM   | VALUE |
        | branch |       |
      And the index is in step with commit "start prices"

    Scenario: A shallow clone is indexed for the first time
      Given the repository was replaced by a clone of depth 1
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"

    Scenario: A shallow clone takes the place of the full one
      Given the index was synced
      And the repository was replaced by a clone of depth 1
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And 0 texts were embedded

    Scenario: The sync starts in a folder of the repository
      When the index is synced with
        | SETTING     | VALUE |
        | from folder | src   |
      Then the sync completes
      And the index holds
        | FILE          | REPOSITORY |
        | docs/shop.md  | shop       |
        | src/prices.py | shop       |

    Scenario: Object names are SHA-256
      Given a SHA-256 repository "vault"
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT         |
        | start   | add    | src/keys.py | rotate the keys |
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"

    Scenario: New commits arrive in a repository with SHA-256 object names
      Given a SHA-256 repository "vault"
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT         |
        | start   | add    | src/keys.py | rotate the keys |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | doors   | add    | src/doors.py | lock the doors |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | REPOSITORY |
        | added  | src/doors.py | vault      |

  Rule: Worktrees share what they have paid for

    Scenario: A branch in another worktree is followed
      Given branch "discount" is also checked out in another worktree
      And the index follows branch "discount"
      When the index is synced
      Then the sync completes
      And the index is in step with branch "discount"

    Scenario: The sync starts in the other worktree
      Given branch "discount" is also checked out in another worktree
      And the index was synced
      When the index is synced with
        | SETTING     | VALUE              |
        | from folder | the other worktree |
      Then the sync completes
      And 1 text was embedded
      And the run report shows
        | ITEM   | VALUE    |
        | branch | discount |

  Rule: Content that a partial clone lacks is fetched or named

    Scenario: Missing content is fetched from the remote
      Given the repository was replaced by a clone without file contents
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE          | EMBEDDED |
        | added  | docs/shop.md  | yes      |
        | added  | src/prices.py | yes      |
      And the index is in step with branch "main"

    Scenario: Missing content cannot be fetched
      Given the repository was replaced by a clone without file contents
      And the remote is down
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE          | REASON       |
        | docs/shop.md  | not-in-clone |
        | src/prices.py | not-in-clone |
      And the sync makes no index changes

    Scenario: The remote returns and the missing content with it
      Given the repository was replaced by a clone without file contents
      And the remote is down
      And the index was synced
      And the remote is up again
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE          | EMBEDDED |
        | added  | docs/shop.md  | yes      |
        | added  | src/prices.py | yes      |
      And the index is in step with branch "main"

    Scenario: Content that the index knows is not missed in a partial clone
      Given the index was synced
      And the repository was replaced by a clone without file contents
      And the remote is down
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"

  Rule: A damaged object is named and costs only what depends on it

    Scenario: The content of one file is lost from the repository
      Given the git object of "src/prices.py" was destroyed
      When the index is synced
      Then the sync completes with 1 failed file
      And these files failed
        | FILE          | CATEGORY    |
        | src/prices.py | file-system |
      And the sync makes these index changes
        | CHANGE | FILE         |
        | added  | docs/shop.md |

    Scenario: The listing of a folder is lost from the repository
      Given the index was synced
      And the commits
        | BRANCH | MESSAGE | CHANGE | FILE       |
        | main   | add VAT | add    | src/vat.py |
      And the git object of "src/" was destroyed
      When the index is synced
      Then the sync stops with error "object-unreadable"
      And the sync makes no index changes
