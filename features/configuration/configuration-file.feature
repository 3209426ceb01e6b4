Feature: Sharing settings in a file
  A team writes its settings once into `.neap.json` at the top of the repository, and
  everybody's syncs follow. A person keeps habits in a file of the XDG folder. A file in
  a repository never decides about the machine or the keys of whoever cloned it.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT     |
      | start   | add    | src/prices.py | price list  |
      |         | add    | vendor/lib.js | let lib = 1 |

  Rule: The file of the repository holds for every command inside it

    Scenario: The team asks for vendored files
      Given the configuration file of the repository says
        """
        { "include_vendored": true }
        """
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE          |
        | src/prices.py |
        | vendor/lib.js |

    Scenario: A sync is started from a folder deep inside
      Given the configuration file of the repository says
        """
        { "default_source_collection": "team" }
        """
      When the index is synced with
        | SETTING     | VALUE |
        | from folder | src   |
      Then the sync completes
      And the run report shows
        | ITEM       | VALUE |
        | collection | team  |

    Scenario: A file with comments, dashes and a trailing comma is read
      Given the configuration file of the repository says
        """
        {
          // the reports are large
          "batch-size": "50",
          "Max_Workers": 2, /* the build machine is small */
        }
        """
      When the operator runs "neap config check"
      Then the exit code is 0
      And these settings hold
        | SETTING     | VALUE | ORIGIN     |
        | batch_size  |    50 | repository |
        | max_workers |     2 | repository |

    Scenario: A setting of the file is switched off with null
      Given the configuration file of the repository says
        """
        { "batch_size": null }
        """
      When the operator runs "neap config check"
      Then the exit code is 0
      And these settings hold
        | SETTING    | VALUE | ORIGIN  |
        | batch_size |   500 | default |

    Scenario: The services of a monorepo stand in the same file
      Given the configuration file of the repository says
        """
        { "services": { "cart": { "path": "services/cart" } }, "batch_size": 50 }
        """
      When the operator runs "neap config check"
      Then the exit code is 0
      And these settings hold
        | SETTING    | VALUE | ORIGIN     |
        | batch_size |    50 | repository |

    Scenario: The file is committed and no longer checked out
      Given the repository was replaced by a bare clone
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the index is in step with branch "main"

  Rule: A repository decides about itself, not about the machine and the keys of others

    Scenario Outline: A repository wants to decide <what>
      Given the configuration file of the repository says
        """
        { "<setting>": "<value>" }
        """
      When the operator runs "neap index sync"
      Then the exit code is 2
      And the error output shows
        """
        .neap.json
        <setting>
        """
      And the sync makes no index changes

      Examples: what only the person decides
        | what                        | setting           | value                     |
        | where texts are sent        | embedder_url      | https://elsewhere.example |
        | which key is sent           | embedder_key      | file:~/.ssh/id_rsa        |
        | which key file is read      | embedder_key_file | /etc/passwd               |
        | which vector server is used | wcd_url           | https://elsewhere.example |

      Examples: places outside the repository
        | what                           | setting           | value                        |
        | to write at the top of a disk  | store             | /srv/index.db                |
        | to write beside itself         | store             | ../index.db                  |
        | to use somebody's database     | store             | postgres://elsewhere/vectors |
        | to write checkpoints elsewhere | checkpoint_db_dir | ~/state                      |

    Scenario: The person's own file decides where the index is
      Given the configuration file of the user says
        """
        { "embedder_url": "https://vectors.example/v1", "embedder_model": "small" }
        """
      When the operator runs "neap config check"
      Then the exit code is 0
      And these settings hold
        | SETTING      | VALUE                      | ORIGIN |
        | embedder_url | https://vectors.example/v1 | user   |
