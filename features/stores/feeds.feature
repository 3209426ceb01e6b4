Feature: Feeding every store
  Build servers and hooks pipe in what they know has changed, wherever the index lives. A
  feed into a database or a vector server keeps the promises that it keeps for a file.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |
      |         | add    | src/cart.py   | full cart  |

  Rule: A feed that ends at a commit leaves what a sync would leave

    Scenario Outline: The printed changes of a branch fill <store>
      Given the index is kept in "<store>"
      When the printed changes from "the beginning" to "start" are piped into the sync
      Then the sync completes
      And 2 texts were embedded
      And the index is in step with branch "main"
      And no file is indexed twice

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: The printed changes of a commit reach <store>
      Given the index is kept in "<store>"
      And the printed changes from "the beginning" to "start" were piped into the sync
      And the commits
        | MESSAGE | CHANGE | OLD FILE    | FILE          | CONTENT  |
        | rework  | move   | src/cart.py | src/basket.py |          |
        |         | delete |             | src/prices.py |          |
        |         | add    |             | src/codes.py  | discount |
      When the printed changes from "start" to "rework" are piped into the sync
      Then the sync makes these index changes
        | CHANGE  | OLD FILE    | FILE          | EMBEDDED |
        | moved   | src/cart.py | src/basket.py | no       |
        | removed |             | src/prices.py | no       |
        | added   |             | src/codes.py  | yes      |
      And the index is in step with branch "main"

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: A sync straight from git finds nothing to do after a feed into <store>
      Given the index is kept in "<store>"
      And the printed changes from "the beginning" to "start" were piped into the sync
      And the commits
        | MESSAGE | CHANGE | OLD FILE    | FILE          | CONTENT       |
        | rework  | move   | src/cart.py | src/basket.py |               |
        |         | edit   |             | src/prices.py | higher prices |
      And the printed changes from "start" to "rework" were piped into the sync
      When the index is synced
      Then the sync makes no index changes
      And 0 texts were embedded
      And the run report shows
        | ITEM   | VALUE   |
        | status | in_step |
      And the index is in step with branch "main"

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: Entry by entry, <store> holds what git holds after a feed
      Given the index is kept in "<store>"
      And the printed changes from "the beginning" to "start" were piped into the sync
      When a script asks for "a check of the index"
      Then the exit code is 0
      And the output is JSON with
        | PATH                 | VALUE |
        | in_step              | true  |
        | revisions[0].entries |     2 |

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |

  Rule: A feed without a commit is taken as it stands

    Scenario Outline: Lines add, edit, move and delete in <store>
      Given the index is kept in "<store>"
      And the index was synced
      When these changes are piped into the sync
        """
        {"op":"add","path":"src/codes.py","content":"discount"}
        {"op":"modify","path":"src/prices.py","content":"no prices"}
        {"op":"rename","old_path":"src/cart.py","path":"src/basket.py","content":"full cart"}
        {"op":"modify","path":"src/prices.py","content":"higher prices"}
        {"op":"add","path":"src/vat.py","content":"taxes"}
        {"op":"delete","path":"src/vat.py"}
        """
      Then the sync makes these index changes
        | CHANGE  | OLD FILE    | FILE          | EMBEDDED |
        | moved   | src/cart.py | src/basket.py | no       |
        | added   |             | src/codes.py  | yes      |
        | updated |             | src/prices.py | yes      |
      And a search for "higher prices" finds
        | FILE          |
        | src/prices.py |

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: A feed that comes twice adds nothing to <store>
      Given the index is kept in "<store>"
      And these changes were piped into the sync
        """
        src/cart.py
        {"path":"src/codes.py","content":"discount"}
        """
      When these changes are piped into the sync
        """
        src/cart.py
        {"path":"src/codes.py","content":"discount"}
        """
      Then the sync completes
      And the sync makes no index changes
      And 0 texts were embedded
      And no file is indexed twice

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: A dry run of a feed leaves no trace in <store>
      Given the index is kept in "<store>"
      And the index was synced
      And the settings
        | SETTING | VALUE |
        | dry run | yes   |
      When these changes are piped into the sync
        """
        {"op":"add","path":"src/codes.py","content":"discount"}
        {"op":"delete","path":"src/cart.py"}
        """
      Then the sync makes no index changes
      And the run report shows
        | ITEM       | VALUE   |
        | status     | dry_run |
        | lines done |       2 |

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |

  Rule: Every line is accounted for, and a broken one fails alone

    Scenario Outline: Broken lines stand between good ones on their way to <store>
      Given the index is kept in "<store>"
      And the settings
        | SETTING    | VALUE |
        | batch size |     3 |
      When these changes are piped into the sync
        """
        {"path":"src/codes.py","content":"discount"}
        a(NUL)b.txt
        {"path":"src/vat.py","cont(NUL)
        
        {"path":"src/gone.py","content_ref":"src/\udce9.py"}
        src/never.py
        {"path":"src/cart.py","size":1,"content":"full cart"}
        {"path":"logo.png","content_base64":"iVBORw0KGgoAAAA="}
        {"path":"src/vat.py","content":"taxes"}
        """
      Then the sync completes with 5 failed files
      And these files failed
        | LINE | CATEGORY    |
        |    2 | validation  |
        |    3 | validation  |
        |    5 | file-system |
        |    6 | file-system |
        |    7 | validation  |
      And the index holds
        | FILE         | TEXT     |
        | src/codes.py | discount |
        | src/vat.py   | taxes    |
      And the run report shows
        | ITEM          | VALUE |
        | lines total   |     9 |
        | lines done    |     2 |
        | lines skipped |     2 |

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: The ledger of <store> counts each line of a feed once
      Given the index is kept in "<store>"
      And these changes were piped into the sync with 1 failed line
        """
        {"path":"src/codes.py","content":"discount"}
        src/never.py
        
        {"path":"src/vat.py","content":"taxes"}
        """
      When a script asks for "the state of the index"
      Then the exit code is 0
      And the output is JSON with
        | PATH              | VALUE     |
        | runs[0].status    | completed |
        | runs[0].source    | stdin     |
        | runs[0].total     |         4 |
        | runs[0].succeeded |         2 |
        | runs[0].failed    |         1 |
        | runs[0].skipped   |         1 |
        | runs[0].errors    |         1 |

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |

  Rule: Each line belongs to the repository and the services that it is for

    Scenario Outline: Three repositories feed <store> in one stream
      Given the index is kept in "<store>"
      And a repository "ServiceA"
      And a repository "ServiceB"
      When these changes are piped into the sync
        """
        {"repo":"ServiceB","op":"add","path":"job.py","content":"the job"}
        {"repo":"ServiceA","op":"add","path":"api.py","content":"the api"}
        {"repo":"shop","op":"add","path":"web.py","content":"the web"}
        {"repo":"ServiceA","op":"add","path":"db.py","content":"the tables"}
        """
      Then the sync completes
      And the index holds
        | REPOSITORY | FILE   | TEXT       |
        | ServiceA   | api.py | the api    |
        | ServiceA   | db.py  | the tables |
        | ServiceB   | job.py | the job    |
        | shop       | web.py | the web    |

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: A commit closes the lines of a divided repository in <store>
      Given the index is kept in "<store>"
      And the services
        | SERVICE | PATH            | USES       |
        | orders  | services/orders | libs/money |
      And the commits
        | MESSAGE | CHANGE | FILE                    | CONTENT  |
        | cart    | add    | services/orders/cart.py | cart     |
        |         | add    | libs/money/round.py     | rounding |
      When the printed changes from "the beginning" to "cart" are piped into the sync
      Then the sync completes
      And the index is in step with branch "main"

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |

  Rule: A line that failed is found again in what the feed was made from

    @E-34
    Scenario Outline: A line that brought a number of its own fails in <store>
      Given the index is kept in "<store>"
      And these changes were piped into the sync with 1 failed line
        """
        {"line":77,"path":"a.txt","op":"upsert"}
        """
      When a script asks for "the failures"
      Then the exit code is 0
      And the output is JSON with
        | PATH                  | VALUE |
        | errors[0].line        |     1 |
        | errors[0].source_line |    77 |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |
