Feature: Reading manifests as their tools read them
  A workspace can be written in many ways, and its manifest need not lie at the top.
  Whoever asks for detection gets the projects that the build tool itself would find,
  and is told where a manifest says something that only the tool can work out.

  Background:
    Given a repository "platform"
    And the commits
      | MESSAGE | CHANGE | FILE       | CONTENT                |
      | detect  | add    | .neap.json | {"services": "detect"} |

  Rule: A pattern means what it means to the tool that the manifest is for

    Scenario Outline: A JavaScript workspace with <what>
      Given the committed file "<file>":
        """
        <manifest>
        """
      And the commits
        | MESSAGE | CHANGE | FILE                                |
        | start   | add    | apps/shop/package.json              |
        |         | add    | apps/admin/package.json             |
        |         | add    | apps/old/package.json               |
        |         | add    | apps/.cache/package.json            |
        |         | add    | test/fixtures/apps/one/package.json |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | apps/shop  |         1 |
        | apps/admin |         1 |
        | default    |         5 |

      Examples:
        | what                           | file                | manifest                                                 |
        | a list on one line             | pnpm-workspace.yaml | packages: ["apps/shop", 'apps/admin']                    |
        | choices in braces              | pnpm-workspace.yaml | packages: ["apps/{shop,admin}"]                          |
        | an exception                   | pnpm-workspace.yaml | packages: ["apps/*", "!apps/old"]                        |
        | an exception at any depth      | pnpm-workspace.yaml | packages:\n- '**'\n- '!**/old/**'                        |
        | a list that is named elsewhere | pnpm-workspace.yaml | catalog: {react: 19}\n"packages": &all\n  - apps/[!o]*\n |
        | choices in a package.json      | package.json        | {"workspaces": ["./apps/{admin,shop}/"]}                 |
        | letters to choose from         | package.json        | {"workspaces": {"packages": ["apps/[as]*"]}}             |
        | letters left open              | package.json        | {"workspaces": ["apps/sho?", "apps/admi?"]}              |

    Scenario Outline: A Cargo workspace with <what>
      Given the committed file "Cargo.toml":
        """
        <manifest>
        """
      And the commits
        | MESSAGE | CHANGE | FILE                   |
        | start   | add    | crates/cart/Cargo.toml |
        |         | add    | crates/old/Cargo.toml  |
        |         | add    | tools/bench/Cargo.toml |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION  | DOCUMENTS |
        | crates/cart |         1 |
        | tools/bench |         1 |
        | default     |         3 |

      Examples:
        | what                          | manifest                                                                                 |
        | its default members first     | [workspace]\ndefault-members = ["crates/cart"]\nmembers = ["crates/cart", "tools/bench"] |
        | letters to choose from        | [workspace]\nmembers = ["crates/[a-c]*", "tools/?ench"]                                  |
        | a dotted key                  | workspace.members = ["crates/cart", "tools/bench"]                                       |
        | spaces in its header          | [ workspace ] # ours\nmembers = ['crates/cart', "tools/bench"]                           |
        | a folder left out             | [workspace]\nmembers = ["crates/**", "tools/*"]\nexclude = ["crates/old/"]               |
        | a member in a folder left out | [workspace]\nmembers = ["crates/cart", "crates/*", "tools/bench"]\nexclude = ["crates"]  |

    Scenario Outline: Gradle settings with <what>
      Given the committed file "<file>":
        """
        <settings>
        """
      And the commits
        | MESSAGE | CHANGE | FILE                         |
        | start   | add    | services/orders/build.gradle |
        |         | add    | services/stock/build.gradle  |
        |         | add    | attic/build.gradle           |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION      | DOCUMENTS |
        | services/orders |         1 |
        | services/stock  |         1 |
        | default         |         3 |

      Examples:
        | what                           | file                | settings                                                                                                                 |
        | a folder of a project's own    | settings.gradle     | include 'orders', 'services:stock'\nproject(':orders').projectDir = file('services/orders')                              |
        | such a folder in Kotlin        | settings.gradle.kts | include(":orders")\ninclude(":services:stock")\nproject(":orders").projectDir = File(rootDir, "services/orders")         |
        | a folder for a whole group     | settings.gradle     | include 'all:orders',\n  'all:stock'\nproject(':all').projectDir = new File("$rootDir/services")                         |
        | a comment over several lines   | settings.gradle     | include 'services:orders' /* was:\ninclude 'attic'\n*/, 'services:stock'                                                 |
        | an address before its projects | settings.gradle     | repositories { maven { url 'https://repo.example/*' } }\ninclude 'services:orders'\ninclude 'services:stock' // */ attic |

    Scenario: A list of projects in Kotlin ends with a comma
      Given the committed file "settings.gradle.kts":
        """
        include(
          ":services:orders",
          ":services:stock",
        )
        """
      And the commits
        | MESSAGE | CHANGE | FILE                         |
        | start   | add    | services/orders/build.gradle |
        |         | add    | services/stock/build.gradle  |
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM        | VALUE |
        | files noted |       |
      And the collections are now
        | COLLECTION      | DOCUMENTS |
        | services/orders |         1 |
        | services/stock  |         1 |
        | default         |         2 |

    Scenario: A Maven build that is held together by builds
      Given the committed file "pom.xml":
        """
        <project><modules><module>services</module></modules></project>
        """
      And the committed file "services/pom.xml":
        """
        <project><modules><module>orders</module><module>../libs/money</module></modules></project>
        """
      And the commits
        | MESSAGE | CHANGE | FILE                               | CONTENT                                                     |
        | start   | add    | services/orders/pom.xml            | <project />                                                 |
        |         | add    | services/orders/src/it/one/pom.xml | <project><modules><module>demo</module></modules></project> |
        |         | add    | services/orders/src/it/one/demo/x  |                                                             |
        |         | add    | libs/money/pom.xml                 | <project />                                                 |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION      | DOCUMENTS |
        | services/orders |         3 |
        | libs/money      |         1 |
        | default         |         3 |

  Rule: A manifest counts wherever it lies, and names folders from there

    Scenario Outline: <what> lies below the top
      Given the committed file "backend/<manifest>":
        """
        <says>
        """
      And the commits
        | MESSAGE | CHANGE | FILE                  |
        | start   | add    | backend/orders/<file> |
        |         | add    | orders/<file>         |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION     | DOCUMENTS |
        | backend/orders |         1 |
        | default        |         3 |

      Examples:
        | what                    | manifest            | says                                                              | file          |
        | A Go workspace          | go.work             | use ./orders                                                      | go.mod        |
        | An npm workspace        | package.json        | {"workspaces": ["*"]}                                             | package.json  |
        | A pnpm workspace        | pnpm-workspace.yaml | packages: ["o*"]                                                  | package.json  |
        | A Cargo workspace       | Cargo.toml          | [workspace]\nmembers = ["*"]                                      | Cargo.toml    |
        | A Maven build           | pom.xml             | <project><modules><module>orders</module></modules></project>     | pom.xml       |
        | A Gradle build          | settings.gradle     | include 'orders'                                                  | build.gradle  |
        | A Bazel workspace       | MODULE.bazel        | module(name = "backend")                                          | BUILD         |
        | A .NET solution         | App.slnx            | <Solution><Project Path="orders/Orders.csproj" /></Solution>      | Orders.csproj |
        | A solution further down | build/App.slnx      | <Solution><Project Path="..\\orders\\Orders.csproj" /></Solution> | Orders.csproj |

    Scenario: Manifests that were copied in, or that tests read, name nothing
      Given the committed file "go.work":
        """
        use ./cart
        """
      And the commits
        | MESSAGE | CHANGE | FILE                   | CONTENT        |
        | start   | add    | cart/go.mod            | module cart    |
        |         | add    | cart/demo/go.work      | use ./inner    |
        |         | add    | cart/demo/inner/go.mod | module inner   |
        |         | add    | fixtures/go.work       | use ./demo     |
        |         | add    | fixtures/demo/go.mod   | module demo    |
        |         | add    | third_party/go.work    | use ../libs    |
        |         | add    | src/test/go.work       | use ../../libs |
        |         | add    | libs/go.mod            | module libs    |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | cart       |         3 |
        | default    |         6 |

  Rule: What was found before is found anew where a commit can have changed it

    Background:
      Given the commits
        | MESSAGE | CHANGE | FILE             | CONTENT                 |
        | start   | add    | go.work          | use ./cart\nuse ./stock |
        |         | add    | cart/main.go     | package cart            |
        |         | add    | web/package.json | {"name": "web"}         |
        |         | add    | web/app/main.js  | app                     |
        |         | add    | c/WORKSPACE      | workspace               |
        |         | add    | c/calc/main.c    | int main                |
      And the index was synced

    Scenario Outline: A commit <does what>
      Given the commits
        | MESSAGE | CHANGE   | FILE   | CONTENT   |
        | change  | <change> | <file> | <content> |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | cart       |         1 |
        | <service>  | <of it>   |
        | default    | <others>  |

      Examples:
        | does what                                    | change | file             | content                 | service | of it | others |
        | fills a folder that is named already         | add    | stock/main.go    | package stock           | stock   |     1 |      6 |
        | names a folder that is there already         | edit   | go.work          | use ./cart\nuse ./c     | c       |     2 |      4 |
        | makes a manifest of a file that named nobody | edit   | web/package.json | {"workspaces": ["app"]} | web/app |     1 |      5 |
        | adds a file that makes a folder a part       | add    | c/calc/BUILD     | cc_binary               | c/calc  |     2 |      5 |

    Scenario Outline: A commit <does what>, and the service is gone
      Given the commits
        | MESSAGE | CHANGE   | FILE   | CONTENT   |
        | change  | <change> | <file> | <content> |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | default    | <others>  |

      Examples:
        | does what                         | change | file         | content     | others |
        | empties a folder that is named    | delete | cart/main.go |             |      6 |
        | removes the manifest              | delete | go.work      |             |      6 |
        | names another folder in its place | edit   | go.work      | use ./stock |      7 |

    Scenario: What is not understood is said again at the next commit
      Given the commits
        | MESSAGE | CHANGE | FILE    | CONTENT                  |
        | odd     | edit   | go.work | use ./cart\nimport stock |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE      | CONTENT |
        | other   | add    | README.md | a shop  |
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM        | VALUE   |
        | files noted | go.work |
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | cart       |         1 |
        | default    |         7 |

  Rule: What cannot be understood is said, and nothing is guessed

    Scenario Outline: A manifest <what>
      Given the committed file "<file>":
        """
        <manifest>
        """
      And the commits
        | MESSAGE | CHANGE | FILE                         |
        | start   | add    | services/orders/package.json |
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM        | VALUE  |
        | files noted | <file> |
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | default    |         3 |

      Examples: that could be written otherwise
        | what                                 | file                | manifest                                                                 |
        | names a project when it runs         | settings.gradle     | ['orders'].each { include "services:$it" }                               |
        | includes what it computes            | settings.gradle.kts | include(projects())                                                      |
        | gives a folder that it computes      | settings.gradle     | include 'a'\nproject(':a').projectDir = folderOf('a')                    |
        | names a module by a property         | pom.xml             | <project><modules><module>services/${which}</module></modules></project> |
        | has alternatives in round brackets   | package.json        | {"workspaces": ["services/+(orders\|stock)"]}                            |
        | has a text for a list                | pnpm-workspace.yaml | packages: services/*                                                     |
        | has an unknown word in its workspace | go.work             | import ./services/orders                                                 |

      Examples: that is broken
        | what                | file                | manifest                       |
        | is not YAML         | pnpm-workspace.yaml | packages: [a\nb: c: d          |
        | is not JSON         | package.json        | {"workspaces": ["services/*"]  |
        | is not TOML         | Cargo.toml          | [workspace                     |
        | is not XML          | pom.xml             | <project><modules>             |
        | is no solution      | App.sln             | services                       |
        | leaves a brace open | pnpm-workspace.yaml | packages: ["services/{orders"] |
