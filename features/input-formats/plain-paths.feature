Feature: Feeding paths, one a line
  Scripts know which files changed: `git diff --name-only`, a build tool, a watcher. A list
  of paths is enough; each path is brought to what the followed commit has there.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT       |
      | start   | add    | src/cart.py   | a full cart   |
      |         | add    | src/prices.py | price list    |
      |         | add    | src/codes.py  | discount code |

  Rule: A path becomes a change of that path

    @E-32 @E-34
    Scenario: One path is fed
      When these changes are piped into the sync
        """
        src/cart.py
        """
      Then the sync completes
      And the index holds
        | FILE        | TEXT        |
        | src/cart.py | a full cart |
      And the run report shows
        | ITEM        | VALUE |
        | lines total |     1 |
        | lines done  |     1 |

    @E-32
    Scenario: Every path of the branch is fed
      When these changes are piped into the sync
        """
        src/cart.py
        src/codes.py
        src/prices.py
        """
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE          | EMBEDDED |
        | added  | src/cart.py   | yes      |
        | added  | src/codes.py  | yes      |
        | added  | src/prices.py | yes      |
      And the index is in step with branch "main"

    Scenario: Only what is fed of a new commit enters the index
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT      |
        | raise   | edit   | src/prices.py | higher price |
        |         | edit   | src/codes.py  | better codes |
      When these changes are piped into the sync
        """
        src/prices.py
        """
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE          | EMBEDDED |
        | updated | src/prices.py | yes      |

    Scenario: A path that the index has already in this state is fed
      Given the index was synced
      When these changes are piped into the sync
        """
        src/prices.py
        """
      Then the sync completes
      And the sync makes no index changes
      And 0 texts were embedded

    Scenario: The same path is fed twice
      When these changes are piped into the sync
        """
        src/cart.py
        src/cart.py
        """
      Then the sync completes
      And no file is indexed twice
      And 1 text was embedded
      And the run report shows
        | ITEM       | VALUE |
        | lines done |     2 |

  Rule: A path is spelled as git spells it

    Scenario Outline: A path is fed <how it is spelled>
      Given the commits
        | MESSAGE | CHANGE | FILE   | CONTENT    |
        | more    | add    | <file> | a rare one |
      When these changes are piped into the sync
        """
        <line>
        """
      Then the sync completes
      And the index holds
        | FILE   | TEXT       |
        | <file> | a rare one |

      Examples:
        | how it is spelled             | file           | line                     |
        | with spaces in it             | docs/a b c.txt | docs/a b c.txt           |
        | in quotes, as git prints it   | docs/café.txt  | "docs/caf\\303\\251.txt" |
        | in plain UTF-8                | docs/café.txt  | docs/café.txt            |
        | with a dot and a slash before | docs/x.txt     | ./docs/x.txt             |
        | with a brace at its start     | {id}.vue       | {id}.vue                 |
        | with a bracket at its start   | [slug].tsx     | [slug].tsx               |
        | with a colon at its start     | :top.txt       | :top.txt                 |
        | as a number                   |            404 |                      404 |

  Rule: Skipped files stay skipped, whoever names them

    @E-05
    Scenario: Vendored, generated and ignored files are fed
      Given the commits
        | MESSAGE | CHANGE | FILE              | CONTENT  |
        | more    | add    | vendor/lib.js     | slider   |
        |         | add    | package-lock.json | {}       |
        |         | add    | notes/todo.txt    | buy milk |
        |         | add    | .neapignore       | notes/   |
      When these changes are piped into the sync
        """
        vendor/lib.js
        package-lock.json
        notes/todo.txt
        """
      Then the sync completes
      And the sync skips these files
        | FILE              | REASON    |
        | vendor/lib.js     | vendored  |
        | package-lock.json | generated |
        | notes/todo.txt    | ignored   |
      And the sync makes no index changes

    Scenario: A symbolic link is fed
      Given the commits
        | MESSAGE | CHANGE | FILE   | CONTENT                        |
        | more    | add    | latest | (symbolic link to src/cart.py) |
      When these changes are piped into the sync
        """
        latest
        """
      Then the sync completes
      And the sync skips these files
        | FILE   | REASON        |
        | latest | symbolic-link |
      And the sync makes no index changes

  Rule: A path that the commit does not have fails alone

    @E-88 @E-89 @E-91
    Scenario: A path names no file
      When these changes are piped into the sync
        """
        src/cart.py
        src/gone.py
        src/codes.py
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE        | CATEGORY    |
        |    2 | src/gone.py | file-system |
      And the index holds
        | FILE         |
        | src/cart.py  |
        | src/codes.py |

    Scenario: A path names a folder
      When these changes are piped into the sync
        """
        src
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE | CATEGORY    |
        |    1 | src  | file-system |
      And the sync makes no index changes

    Scenario: Nothing is inferred from a path that is gone
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE        |
        | drop    | delete | src/cart.py |
      When these changes are piped into the sync
        """
        src/cart.py
        """
      Then the sync completes with 1 failed file
      And the sync makes no index changes
