Feature: Choosing the form of the output
  People read a summary, scripts read one JSON document, pipes get plain lines. Data
  goes to the output and messages to the error output, so that both can be redirected.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT     |
      | start   | add    | src/cart.py   | a full cart |
      |         | add    | src/prices.py | price list  |
      |         | add    | logo.png      | (PNG image) |

  Rule: The JSON form is one document with every figure

    @E-08 @E-40
    Scenario: A first sync is reported as JSON
      When the operator runs "neap index sync --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                     | VALUE               |
        | run_id                   | (begins with sync_) |
        | status                   | completed           |
        | files.total              |                   3 |
        | files.added              |                   2 |
        | files.skipped            |                   1 |
        | skipped_by_reason.binary |                   1 |
        | texts_embedded           |                   2 |
        | files_per_second         | (above 0)           |

    Scenario: Failures are reported as JSON
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      When the operator runs "neap index sync --json"
      Then the exit code is 1
      And the output is JSON with
        | PATH                 | VALUE      |
        | files.failed         |          1 |
        | failures.length      |          1 |
        | failures[0].path     | broken.txt |
        | failures[0].category | encoding   |
        | failures[0].attempts |          1 |

    Scenario: An empty repository is reported as JSON
      Given a repository "attic"
      When the operator runs "neap index sync --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE     |
        | to_commit    | null      |
        | files.total  |         0 |
        | notes.length | (above 0) |

    Scenario: Every change is reported as JSON when details are asked for
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | OLD FILE    | FILE          |
        | rename  | move   | src/cart.py | src/basket.py |
      When the operator runs "neap index sync -v --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                | VALUE         |
        | changes.length      |             1 |
        | changes[0].change   | moved         |
        | changes[0].path     | src/basket.py |
        | changes[0].old_path | src/cart.py   |
        | changes[0].embedded | false         |

  Rule: The form for people names files when details are asked for

    @E-47 @E-62
    Scenario: Details are asked for in words
      When the operator runs "neap index sync -v"
      Then the exit code is 0
      And the output shows
        """
        SKIP: logo.png (binary)
        ADD: src/cart.py
        ADD: src/prices.py
        """
      And the index is in step with branch "main"

    @E-62
    Scenario: An update and a removal are named in words
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT       |
        | rework  | delete | src/cart.py   |               |
        |         | edit   | src/prices.py | higher prices |
      When the operator runs "neap index sync -v"
      Then the exit code is 0
      And the output shows
        """
        DELETE: src/cart.py
        MODIFY: src/prices.py
        """

    Scenario: A file name tries to command the terminal
      Given the commits
        | MESSAGE  | CHANGE | FILE           | CONTENT |
        | odd name | add    | two\nlines.txt | hello   |
      When the operator runs "neap index sync -v"
      Then the exit code is 0
      And the output shows
        """
        ADD: two\nlines.txt
        """

    Scenario: The words of a manifest try to command the terminal
      Given the commits
        | MESSAGE  | CHANGE | FILE                 | CONTENT                    |
        | odd name | add    | .neap.json           | {"services": "detect"}     |
        |          | add    | two\nlines/go.work   | use ./orders\nimport stock |
        |          | add    | two\nlines/orders/go | hello                      |
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the output shows
        """
          note      two\nlines/go.work has a line that is not understood, `import stock`, so services may be missing; `.neap.json` can describe them one by one.
        shop (main) in collection two\nlines/orders is in step with
        """
      And the collections are now
        | COLLECTION        | DOCUMENTS |
        | two\nlines/orders |         1 |
        | default           |         4 |

  Rule: Quiet means quiet

    Scenario: A quiet sync says nothing
      When the operator runs "neap index sync -q"
      Then the exit code is 0
      And the output is empty
      And the error output is empty
      And the index is in step with branch "main"

    Scenario: A quiet sync that fails still says why
      When the operator runs "neap index sync -q --ref nowhere"
      Then the exit code is 4
      And the output is empty
      And the error output shows
        """
        error:
        nowhere
        """

    Scenario: A quiet search without hits says nothing
      Given the index was synced
      When the operator runs "neap index search zeppelin --by words -q"
      Then the exit code is 0
      And the output is empty
      And the error output is empty
      And the index file is untouched

  Rule: Tables come as CSV on request

    Scenario Outline: The operator asks for a table: <table>
      Given all repositories are followed
      And the commits
        | MESSAGE | CHANGE | FILE              | CONTENT         |
        | mishap  | add    | odd, "broken".txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      When the operator runs "neap <command> --csv"
      Then the exit code is 0
      And the output shows
        """
        <header>
        <row>
        """
      And the error output is empty
      And the index file is untouched

      Examples:
        | table                | command      | header                                   | row                                        |
        | what failed          | index errors | path,category,severity,attempts,state,   | "odd, ""broken"".txt",encoding,low,1,dead, |
        | what the index holds | index status | collection,repository,ref,branch,commit, | default,shop,HEAD,main,                    |
        | what is followed     | repo list    | name,path,collections,exists,synced_at   | shop,                                      |
        | where an index lives | store list   | in_use,kind,address,description          | yes,sqlite,PATH,                           |

    Scenario Outline: A file name that a spreadsheet would calculate: <name>
      Given the commits
        | MESSAGE | CHANGE | FILE   | CONTENT         |
        | mishap  | add    | <name> | (invalid utf-8) |
      And the index was synced with 1 failed file
      When the operator runs "neap index errors --csv"
      Then the exit code is 0
      And the output shows
        """
        path,category,severity,attempts,state,
        <cell>,encoding,low,1,dead,
        """
      And the index file is untouched

      Examples:
        | name        | cell           |
        | =SUM(A1,A2) | "'=SUM(A1,A2)" |
        |          +1 | '+1            |
        |          -1 | '-1            |
        | @now        | '@now          |

    Scenario: A table without rows still names its columns
      When the operator runs "neap index errors --csv"
      Then the exit code is 0
      And the output shows
        """
        path,category,severity
        """
      And the index file is untouched

    Scenario: Two forms are asked for at once
      When the operator runs "neap index errors --csv --json"
      Then the exit code is 2
      And the error output shows
        """
        --csv
        --json
        """
      And the index file is untouched
