Feature: Leaving out code that nobody here wrote
  Libraries copied into the repository and files written by tools drown what the team
  wrote itself. They are left out by their place or name, and the team can overrule
  every such guess with the attributes it already uses elsewhere.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE        | CONTENT     |
      | start   | add    | src/cart.js | a full cart |

  Rule: Vendored and generated files are skipped with their reason

    @E-05
    Scenario Outline: A commit brings <something from elsewhere>
      Given the commits
        | MESSAGE | CHANGE | FILE   | CONTENT          |
        | import  | add    | <file> | not written here |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE   | REASON   |
        | <file> | <reason> |
      And the sync makes these index changes
        | CHANGE | FILE        |
        | added  | src/cart.js |

      Examples: code of others
        | something from elsewhere    | file                       | reason   |
        | a library in vendor         | vendor/lib.js              | vendored |
        | a package of node_modules   | node_modules/left/index.js | vendored |
        | a vendor folder deep inside | services/web/vendor/lib.go | vendored |
        | third-party sources         | third_party/zlib/inflate.c | vendored |

      Examples: work of tools
        | something from elsewhere     | file              | reason    |
        | a lock file of npm           | package-lock.json | generated |
        | a lock file of Cargo         | tools/Cargo.lock  | generated |
        | a minified script            | web/app.min.js    | generated |
        | code generated from a schema | api/order.pb.go   | generated |

    Scenario: A folder only sounds like vendored code
      Given the commits
        | MESSAGE | CHANGE | FILE             | CONTENT            |
        | import  | add    | src/vendoring.js | vendors of flowers |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE             |
        | src/cart.js      |
        | src/vendoring.js |

  Rule: Attributes of the repository overrule the guess

    Scenario: A vendored folder is declared as the team's own
      Given the commits
        | MESSAGE  | CHANGE | FILE           | CONTENT                                |
        | our fork | add    | vendor/fork.js | our own fork                           |
        |          | add    | .gitattributes | vendor/fork.js linguist-vendored=false |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE           |
        | .gitattributes |
        | src/cart.js    |
        | vendor/fork.js |

    Scenario: An ordinary folder is declared as vendored
      Given the commits
        | MESSAGE | CHANGE | FILE           | CONTENT                     |
        | import  | add    | legacy/bill.js | a bill of last century      |
        |         | add    | .gitattributes | legacy/** linguist-vendored |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE           | REASON   |
        | legacy/bill.js | vendored |

    Scenario: A file is declared as generated
      Given the commits
        | MESSAGE | CHANGE | FILE           | CONTENT                          |
        | build   | add    | src/tables.js  | one two three                    |
        |         | add    | .gitattributes | src/tables.js linguist-generated |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE          | REASON    |
        | src/tables.js | generated |

    Scenario: A lock file is declared as written by hand
      Given the commits
        | MESSAGE | CHANGE | FILE              | CONTENT                                    |
        | by hand | add    | package-lock.json | kept by hand                               |
        |         | add    | .gitattributes    | package-lock.json linguist-generated=false |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE              |
        | .gitattributes    |
        | package-lock.json |
        | src/cart.js       |

    Scenario: A rule is added after its files were indexed
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE           | CONTENT                       |
        | rule    | add    | .gitattributes | src/cart.js linguist-vendored |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE           |
        | added   | .gitattributes |
        | removed | src/cart.js    |
      And a search for "full cart" does not find "src/cart.js"

    Scenario: A rule is lifted and its files return
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE           | CONTENT                       |
        | rule    | add    | .gitattributes | src/cart.js linguist-vendored |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE           |
        | no rule | delete | .gitattributes |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE           | EMBEDDED |
        | removed | .gitattributes | no       |
        | added   | src/cart.js    | no       |
      And the index is in step with branch "main"

  Rule: Code of others is included on request

    Scenario: The team wants to search its libraries too
      Given the commits
        | MESSAGE | CHANGE | FILE          | CONTENT          |
        | import  | add    | vendor/lib.js | a slider library |
      When the index is synced with
        | SETTING          | VALUE |
        | include vendored | yes   |
      Then the sync completes
      And the index holds
        | FILE          |
        | src/cart.js   |
        | vendor/lib.js |

    Scenario: The libraries are added to an index that left them out
      Given the commits
        | MESSAGE | CHANGE | FILE          | CONTENT          |
        | import  | add    | vendor/lib.js | a slider library |
      And the index was synced
      When the index is synced with
        | SETTING          | VALUE |
        | include vendored | yes   |
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE          | EMBEDDED |
        | added  | vendor/lib.js | yes      |

    Scenario: The libraries travel in a feed to a repository that lacks them
      Given the environment variables
        | NAME                  | VALUE |
        | NEAP_INCLUDE_VENDORED | yes   |
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT          |
        | import  | add    | vendor/lib.js | a slider library |
      And a repository "mirror"
      And the settings
        | SETTING | VALUE |
        | name    | shop  |
      When the printed changes of "shop" are piped into the sync
      Then the sync completes
      And the index holds
        | FILE          |
        | src/cart.js   |
        | vendor/lib.js |

  Rule: Attributes may spell a path as git prints it

    Scenario Outline: The path of an attribute is quoted, with <what is in it>
      Given the commits
        | MESSAGE | CHANGE | FILE           | CONTENT                       |
        | marks   | add    | schema.js      | made by a tool                |
        |         | add    | .gitattributes | <spelling> linguist-generated |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE      | REASON    |
        | schema.js | generated |

      Examples:
        | what is in it        | spelling        |
        | nothing unusual      | "schema.js"     |
        | a byte by its digits | "schema\\056js" |
        | an escaped letter    | "s\\chema.js"   |
