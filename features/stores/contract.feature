Feature: One contract for every store
  Teams choose where the index lives: a file, a database they run already, a vector
  server. Whatever they choose, a sync promises the same, so these examples are run on
  each of them, word for word.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE           | CONTENT                         |
      | start   | add    | src/prices.py  | price list of the summer season |
      |         | add    | src/codes.py   | discount codes for members      |
      |         | add    | docs/orders.md | how an order travels            |

  Rule: What git holds is what the store holds

    @C-01 @C-06 @C-11
    Scenario Outline: A first sync fills <store>
      Given the index is kept in "<store>"
      When the index is synced
      Then the sync completes
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

    @C-14
    Scenario Outline: Writing everything again leaves <store> as it was
      Given the index is kept in "<store>"
      And the index was synced
      When the index is rebuilt
      Then the exit code is 0
      And the sync makes no index changes
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

    @C-14
    Scenario Outline: <store> itself refuses a second entry for <which path>
      Given the index is kept in "<store>"
      And the commits
        | MESSAGE | CHANGE | FILE   | CONTENT |
        | once    | add    | <file> | once    |
      And the index was synced
      When another program adds "<file>" to the index a second time
      Then the index store refuses it
      And the index is in step with branch "main"
      And no file is indexed twice

      Examples: embedded
        | store  | which path   | file        |
        | SQLite | a short path | src/once.py |

      @needs.postgres
      Examples: a database server
        | store      | which path       | file                            |
        | PostgreSQL | a short path     | src/once.py                     |
        | PostgreSQL | a very long path | (a path of 4,000 mixed letters) |

    @C-14
    Scenario Outline: <store> has one point for one key, even if nobody remembers that it was sent
      A vector server has no constraint: what is written under an id replaces what is there, so one key has to have one id.

      Given the index is kept in "<store>"
      And the index was synced
      And the index file is "missing"
      When the index is synced
      Then the sync completes
      And 3 texts were embedded
      And the index is in step with branch "main"
      And the vector server keeps 3 points

      Examples:
        | store    |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: Edits, deletions and moves reach <store>
      Given the index is kept in "<store>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | OLD FILE       | FILE          | CONTENT                         |
        | season  | edit   |                | src/prices.py | price list of the winter season |
        |         | delete |                | src/codes.py  |                                 |
        |         | move   | docs/orders.md | docs/order.md |                                 |
      When the index is synced
      Then the sync makes these index changes
        | CHANGE  | OLD FILE       | FILE          | EMBEDDED |
        | updated |                | src/prices.py | yes      |
        | moved   | docs/orders.md | docs/order.md | no       |
        | removed |                | src/codes.py  | no       |
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

    Scenario Outline: Names that mean something elsewhere are plain names in <store>
      Given the index is kept in "<store>"
      And the commits
        | MESSAGE | CHANGE | FILE                         | CONTENT       |
        | names   | add    | it's; DROP TABLE file; --.py | quotes        |
        |         | add    | {"path":"src"} \\ $1 %s.py   | braces        |
        |         | add    | src/naïve – 価格.md          | other scripts |
      When the index is synced
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

  Rule: A path may be as long as git allows

    Scenario Outline: Very long paths that begin alike are kept apart in <store>
      Given the index is kept in "<store>"
      And the commits
        | MESSAGE | CHANGE | FILE                            | CONTENT     |
        | deep    | add    | (a path of 4,000 mixed letters) | the deepest |
        |         | add    | (a path of 3,500 mixed letters) | less deep   |
        |         | add    | (a path of 1,200 mixed letters) | not so deep |
      When the index is synced
      Then the sync completes
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

    Scenario Outline: Files at very long paths in <store> are edited and deleted
      Given the index is kept in "<store>"
      And the commits
        | MESSAGE | CHANGE | FILE                            | CONTENT     |
        | deep    | add    | (a path of 4,000 mixed letters) | the deepest |
        |         | add    | (a path of 3,500 mixed letters) | less deep   |
        |         | add    | (a path of 1,200 mixed letters) | not so deep |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE                            | CONTENT   |
        | dig     | edit   | (a path of 4,000 mixed letters) | deeper on |
        |         | delete | (a path of 3,500 mixed letters) |           |
      When the index is synced
      Then the sync completes
      And 1 text was embedded
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

    Scenario Outline: A feed brings very long paths to <store>
      Given the index is kept in "<store>"
      And the commits
        | MESSAGE | CHANGE | FILE                            | CONTENT     |
        | deep    | add    | (a path of 4,000 mixed letters) | the deepest |
        |         | add    | (a path of 3,500 mixed letters) | less deep   |
      When the printed changes from "the beginning" to "deep" are piped into the sync
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

  Rule: Content is kept once and entries are kept apart

    Scenario Outline: Two files with one content are two entries of <store>
      Given the index is kept in "<store>"
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                    |
        | copy    | add    | lib/codes.py | discount codes for members |
      When the index is synced
      Then the sync completes
      And 3 texts were embedded
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

    @C-09
    Scenario Outline: Collections and repositories do not touch each other in <store>
      Given the index is kept in "<store>"
      And the index was synced with
        | SETTING    | VALUE   |
        | collection | archive |
      And a repository "bakery"
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT       |
        | start   | add    | src/prices.py | price of buns |
      When the index is synced
      Then the sync completes
      And the index holds
        | COLLECTION | REPOSITORY | FILE           | CHUNKS |
        | archive    | shop       | docs/orders.md |      1 |
        | archive    | shop       | src/codes.py   |      1 |
        | archive    | shop       | src/prices.py  |      1 |
        | default    | bakery     | src/prices.py  |      1 |
        | default    | shop       | docs/orders.md |      1 |
        | default    | shop       | src/codes.py   |      1 |
        | default    | shop       | src/prices.py  |      1 |

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

    Scenario Outline: A service that a commit leaves alone moves along in <store>
      Given the index is kept in "<store>"
      And the services
        | SERVICE | PATH |
        | code    | src  |
      And the commits
        | MESSAGE  | CHANGE | FILE         | CONTENT        |
        | services | add    | docs/code.md | where it stays |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE           | CONTENT              |
        | parcels | edit   | docs/orders.md | how a parcel travels |
      And the index was synced
      When a script asks for "a summary of the state"
      Then the output is JSON with
        | PATH | VALUE |
        | runs |     3 |
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

    @C-13
    Scenario Outline: Vectors of another length are refused by <store>
      Given the index is kept in "<store>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT |
        | more    | add    | src/more.py | more    |
      When the index is synced with
        | SETTING  | VALUE    |
        | embedder | hash:128 |
      Then the sync stops with error "embedder-mismatch"
      And the sync makes no index changes

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

  Rule: Vectors may be as long as embedding models make them

    Scenario Outline: Vectors of 4,096 numbers are kept and found in <store>
      Given the index is kept in "<store>"
      And the environment variables
        | NAME          | VALUE     |
        | NEAP_EMBEDDER | hash:4096 |
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"
      And a search for "summer price list" finds
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

  Rule: A reader sees a whole revision, always

    @C-10
    Scenario Outline: A sync that was stopped shows nothing of itself in <store>
      Given the index is kept in "<store>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT                         |
        | season  | edit   | src/prices.py | price list of the winter season |
        |         | delete | src/codes.py  |                                 |
      When the operator stops the sync
      Then the index is in step with commit "start"

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

    Scenario Outline: A dry run leaves no trace in <store>
      Given the index is kept in "<store>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT |
        | remove  | delete | src/codes.py |         |
      When the index is synced with
        | SETTING | VALUE |
        | dry run | yes   |
      Then the sync completes
      And the sync makes no index changes

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

  Rule: Questions are answered alike

    @C-08
    Scenario Outline: Words and meaning find a file in <store>
      Given the index is kept in "<store>"
      When the index is synced
      Then the sync completes
      And a search for "summer price list" finds
        | FILE          |
        | src/prices.py |
      And a search for "how do orders travel" finds
        | FILE           |
        | docs/orders.md |

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

    @C-08
    Scenario Outline: The five nearest of seven are answered by <store>, the nearest first
      Given an embedding server
      And the index is kept in "<store>"
      And the commits
        | MESSAGE | CHANGE | FILE            | CONTENT                |
        | courses | add    | ports/aden.md   | a course of 40 degrees |
        |         | add    | ports/bergen.md | a course of 10 degrees |
        |         | add    | ports/cadiz.md  | a course of 70 degrees |
        |         | add    | ports/dakar.md  | a course of 30 degrees |
        |         | add    | ports/emden.md  | a course of 50 degrees |
        |         | add    | ports/faro.md   | a course of 60 degrees |
        |         | add    | ports/genoa.md  | a course of 20 degrees |
      And the index was synced
      When the index is searched with
        | WORDS                 | BY      | AT MOST |
        | a course of 0 degrees | vectors |       5 |
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE           |
        | hits.length  |               5 |
        | hits[0].path | ports/bergen.md |
        | hits[1].path | ports/genoa.md  |
        | hits[2].path | ports/dakar.md  |
        | hits[3].path | ports/aden.md   |
        | hits[4].path | ports/emden.md  |

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

    Scenario Outline: A comment comes before code that uses the word in <store>
      Given the index is kept in "<store>"
      And the commits
        | MESSAGE | CHANGE | FILE       | CONTENT                           |
        | plant   | add    | a/beds.txt | dig(hyacinth)                     |
        |         | add    | b/bulb.txt | // every hyacinth\nplant(bulb, 3) |
      And the index was synced
      When the index is searched with
        | WORDS    | BY    |
        | hyacinth | words |
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE      |
        | hits.length  |          2 |
        | hits[0].path | b/bulb.txt |

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

    Scenario Outline: A filter narrows what <store> answers
      Given the index is kept in "<store>"
      And the index was synced
      When the index is searched with
        | WORDS                | FILES   |
        | price discount order | docs/** |
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE          |
        | hits.length  |              1 |
        | hits[0].path | docs/orders.md |

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

    @C-03 @C-05
    Scenario Outline: Forty questions at once are answered by <store>
      Given the index is kept in "<store>"
      And the index was synced
      When 40 searches for "discount codes" start together
      Then every search finds "src/codes.py" first

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

    @needs.postgres @C-03
    Scenario: Forty connections are open at once
      Given the index is kept in "PostgreSQL"
      And the index was synced
      And the index store answers nobody before 40 connections are open
      When 40 searches for "discount codes" start together
      Then 40 connections to the index store were open at once
      And every search finds "src/codes.py" first

    @needs.postgres @C-05
    Scenario: Twenty workers ask ten questions each
      Given the index is kept in "PostgreSQL"
      And the index was synced
      When 20 workers with 10 searches for "discount codes" start together
      Then every search finds "src/codes.py" first

  Rule: What drifted is found and mended

    Scenario Outline: An entry that went <drift> in <store> is mended
      Given the index is kept in "<store>"
      And the index was synced
      And the index drifted
        | FILE   | DRIFT   |
        | <file> | <drift> |
      When the index is mended
      Then the exit code is 0
      And the index is in step with branch "main"

      Examples: embedded
        | store  | drift            | file          |
        | SQLite | missing          | src/codes.py  |
        | SQLite | wrong text       | src/prices.py |
        | SQLite | content lost     | src/codes.py  |
        | SQLite | wrong standing   | src/codes.py  |
        | SQLite | unknown standing | src/codes.py  |
        | SQLite | unknown mode     | src/codes.py  |
        | SQLite | missing words    | src/codes.py  |

      @needs.postgres
      Examples: a database server
        | store      | drift            | file           |
        | PostgreSQL | missing          | src/codes.py   |
        | PostgreSQL | stale            | src/codes.py   |
        | PostgreSQL | ghost            | src/gone.py    |
        | PostgreSQL | wrong text       | src/prices.py  |
        | PostgreSQL | wrong vector     | docs/orders.md |
        | PostgreSQL | content lost     | src/codes.py   |
        | PostgreSQL | wrong standing   | src/codes.py   |
        | PostgreSQL | unknown standing | src/codes.py   |
        | PostgreSQL | unknown mode     | src/codes.py   |
        | PostgreSQL | missing words    | src/codes.py   |

      Examples: vector servers
        | store    | drift         | file           |
        | Qdrant   | missing       | src/codes.py   |
        | Qdrant   | ghost         | src/gone.py    |
        | Qdrant   | wrong text    | src/prices.py  |
        | Qdrant   | wrong vector  | docs/orders.md |
        | Qdrant   | missing words | src/codes.py   |
        | Weaviate | missing       | src/codes.py   |
        | Weaviate | ghost         | src/gone.py    |
        | Weaviate | wrong text    | src/prices.py  |
        | Weaviate | wrong vector  | docs/orders.md |
        | Weaviate | missing words | src/codes.py   |

    Scenario Outline: Words that went from <store> are found again once it is mended
      Given the index is kept in "<store>"
      And the index was synced
      And the index drifted
        | FILE         | DRIFT         |
        | src/codes.py | missing words |
      And the index was mended
      When the index is searched with
        | WORDS   | BY    |
        | members | words |
      Then the output is JSON with
        | PATH         | VALUE        |
        | hits.length  |            1 |
        | hits[0].path | src/codes.py |
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

  Rule: A rebuild does not need what it replaces

    Scenario Outline: A file with <damage> in <store> is read anew
      Given the index is kept in "<store>"
      And the index was synced
      And the index drifted
        | FILE         | DRIFT    |
        | src/codes.py | <damage> |
      When the index is rebuilt
      Then the exit code is 0
      And the index is in step with branch "main"
      And no file is indexed twice

      Examples: embedded
        | store  | damage           |
        | SQLite | content lost     |
        | SQLite | unknown standing |
        | SQLite | unknown mode     |
        | SQLite | unknown encoding |

      @needs.postgres
      Examples: a database server
        | store      | damage           |
        | PostgreSQL | content lost     |
        | PostgreSQL | unknown standing |
        | PostgreSQL | unknown mode     |
        | PostgreSQL | unknown encoding |

  Rule: The memory of runs stays short

    Scenario Outline: A week and a day later an old run leaves <store> with the next sync
      Given the index is kept in "<store>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT  |
        | second  | add    | src/second.py | a second |
      And the index was synced
      And 8 days passed
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT |
        | third   | add    | src/third.py | a third |
      And the index was synced
      When a script asks for "a summary of the state"
      Then the exit code is 0
      And the output is JSON with
        | PATH | VALUE |
        | runs |     2 |

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

  Rule: One writer at a time, as many as there are collections

    @C-12
    Scenario Outline: Ten collections are filled side by side in <store>
      Given the index is kept in "<store>"
      When 10 syncs into collections of their own start together
      Then no file is indexed twice
      And a search for "discount codes" finds
        | FILE         |
        | src/codes.py |

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
