Feature: Finding the projects inside a repository
  Most monorepos already say what they consist of, to their build tools and to the
  people who review them. Neap takes these files at their word when it is asked to,
  and knows where another repository begins.

  Rule: Services are found in the files that build tools need, when the commit asks for it

    Background:
      Given a repository "platform"
      And the commits
        | MESSAGE | CHANGE | FILE       | CONTENT                |
        | detect  | add    | .neap.json | {"services": "detect"} |

    Scenario: An npm workspace
      Given the committed file "package.json":
        """
        { "private": true, "workspaces": ["apps/*", "packages/**", "!packages/old"] }
        """
      And the commits
        | MESSAGE | CHANGE | FILE                           |
        | start   | add    | apps/shop/package.json         |
        |         | add    | apps/shop/src/cart.ts          |
        |         | add    | packages/ui/forms/package.json |
        |         | add    | packages/old/package.json      |
        |         | add    | apps/notes.md                  |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION        | DOCUMENTS |
        | apps/shop         |         2 |
        | packages/ui/forms |         1 |
        | default           |         4 |

    Scenario: A pnpm workspace
      Given the committed file "pnpm-workspace.yaml":
        """
        # what we build
        packages:
          - 'apps/*'      # everything customers see
          - "libs/money"
          - '!apps/legacy'
        catalog:
          react: ^19.0.0
        """
      And the commits
        | MESSAGE | CHANGE | FILE                     |
        | start   | add    | apps/shop/package.json   |
        |         | add    | apps/legacy/package.json |
        |         | add    | libs/money/package.json  |
        |         | add    | libs/dates/package.json  |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | apps/shop  |         1 |
        | libs/money |         1 |
        | default    |         4 |

    Scenario: A Cargo workspace
      Given the committed file "Cargo.toml":
        """
        [workspace]
        resolver = "2"
        members = [
            "crates/*",   # all of them
            "tools/bench",
        ]
        exclude = ["crates/old"]
        [workspace.dependencies]
        serde = { version = "1", features = ["derive"] }
        """
      And the commits
        | MESSAGE | CHANGE | FILE                   |
        | start   | add    | crates/cart/Cargo.toml |
        |         | add    | crates/cart/src/lib.rs |
        |         | add    | crates/old/Cargo.toml  |
        |         | add    | tools/bench/Cargo.toml |
        |         | add    | tools/other/Cargo.toml |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION  | DOCUMENTS |
        | crates/cart |         2 |
        | tools/bench |         1 |
        | default     |         4 |

    Scenario: A Go workspace
      Given the committed file "go.work":
        """
        go 1.24
        use (
            ./services/orders // the oldest one
            ./services/stock
        )
        use ./libs/money
        """
      And the commits
        | MESSAGE | CHANGE | FILE                   |
        | start   | add    | services/orders/go.mod |
        |         | add    | services/stock/go.mod  |
        |         | add    | libs/money/go.mod      |
        |         | add    | libs/dates/go.mod      |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION      | DOCUMENTS |
        | services/orders |         1 |
        | services/stock  |         1 |
        | libs/money      |         1 |
        | default         |         3 |

    Scenario: A Maven build
      Given the committed file "pom.xml":
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <modules>
            <module>orders</module>
            <module>billing/pom.xml</module>
          </modules>
        </project>
        """
      And the commits
        | MESSAGE | CHANGE | FILE            |
        | start   | add    | orders/pom.xml  |
        |         | add    | billing/pom.xml |
        |         | add    | attic/pom.xml   |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | orders     |         1 |
        | billing    |         1 |
        | default    |         3 |

    Scenario Outline: A Gradle build with <which settings>
      Given the committed file "<file>":
        """
        rootProject.name = "platform"
        include("orders", ":billing:api")
        includeBuild("../tools")
        // include("attic")
        """
      And the commits
        | MESSAGE | CHANGE | FILE                     |
        | start   | add    | orders/build.gradle      |
        |         | add    | billing/api/build.gradle |
        |         | add    | attic/build.gradle       |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION  | DOCUMENTS |
        | orders      |         1 |
        | billing/api |         1 |
        | default     |         3 |

      Examples:
        | which settings  | file                |
        | Groovy settings | settings.gradle     |
        | Kotlin settings | settings.gradle.kts |

    Scenario: A .NET solution
      Given the committed file "Platform.sln":
        """
        Microsoft Visual Studio Solution File, Format Version 12.00
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Orders", "src\Orders\Orders.csproj", "{0AC9A6C5-1111-4B6B-9B2F-000000000001}"
        EndProject
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "tests", "tests", "{0AC9A6C5-1111-4B6B-9B2F-000000000002}"
        EndProject
        """
      And the commits
        | MESSAGE | CHANGE | FILE                     |
        | start   | add    | src/Orders/Orders.csproj |
        |         | add    | src/Orders/Cart.cs       |
        |         | add    | tests/readme.md          |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | src/Orders |         2 |
        | default    |         3 |

    Scenario: A .NET solution in the newer format
      Given the committed file "Platform.slnx":
        """
        <Solution>
          <Folder Name="/src/">
            <Project Path="src/Orders/Orders.csproj" />
          </Folder>
        </Solution>
        """
      And the commits
        | MESSAGE | CHANGE | FILE                     |
        | start   | add    | src/Orders/Orders.csproj |
        |         | add    | src/Stock/Stock.csproj   |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | src/Orders |         1 |
        | default    |         3 |

    Scenario Outline: A Bazel workspace with a <file>
      Given the committed file "<file>":
        """
        # our own
        """
      And the commits
        | MESSAGE | CHANGE | FILE                            |
        | start   | add    | services/orders/BUILD           |
        |         | add    | services/orders/api/BUILD.bazel |
        |         | add    | libs/money/BUILD.bazel          |
        |         | add    | libs/readme.md                  |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION      | DOCUMENTS |
        | services/orders |         2 |
        | libs/money      |         1 |
        | default         |         3 |

      Examples:
        | file            |
        | MODULE.bazel    |
        | WORKSPACE       |
        | WORKSPACE.bazel |

    Scenario Outline: Code owners in <file>
      Given the committed file "<file>":
        """
        *                   @platform/all
        /services/orders/   @platform/orders dana@shop.example  # the cart
        services/stock/**   @platform/stock
        *.md                @platform/writers
        /services/nobody/
        """
      And the commits
        | MESSAGE | CHANGE | FILE                     |
        | start   | add    | services/orders/cart.py  |
        |         | add    | services/stock/count.py  |
        |         | add    | services/nobody/alone.py |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION      | DOCUMENTS |
        | services/orders |         1 |
        | services/stock  |         1 |
        | default         |         3 |

      Examples:
        | file               |
        | .github/CODEOWNERS |
        | .gitlab/CODEOWNERS |
        | docs/CODEOWNERS    |
        | CODEOWNERS         |

    Scenario: A section of code owners owns what is in it
      Given the committed file "CODEOWNERS":
        """
        /services/nobody/
        [Shop][2] @platform/shop
        /services/orders/
        /services/big\ stock/ @platform/stock
        ^[Docs]
        /services/docs/
        """
      And the commits
        | MESSAGE | CHANGE | FILE                        |
        | start   | add    | services/orders/cart.py     |
        |         | add    | services/big stock/count.py |
        |         | add    | services/docs/read.md       |
        |         | add    | services/nobody/alone.py    |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION         | DOCUMENTS |
        | services/orders    |         1 |
        | services/big stock |         1 |
        | default            |         4 |

    Scenario: A manifest names a folder outside, itself and one that is not there
      Given the committed file "go.work":
        """
        use (
            .
            ../elsewhere
            ./missing
            ./orders
        )
        """
      And the commits
        | MESSAGE | CHANGE | FILE          |
        | start   | add    | orders/go.mod |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | orders     |         1 |
        | default    |         2 |

    Scenario: A new member joins the workspace
      Given the committed file "package.json":
        """
        { "workspaces": { "packages": ["apps/*"] } }
        """
      And the commits
        | MESSAGE | CHANGE | FILE                   |
        | start   | add    | apps/shop/package.json |
        |         | add    | apps/admin/users.ts    |
      And the index was synced
      And the commits
        | MESSAGE   | CHANGE | FILE                    |
        | new admin | add    | apps/admin/package.json |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | apps/admin |     2 |       0 |       0 |
        | default    |     0 |       0 |       1 |
      And 1 text was embedded

  Rule: Without being asked, nobody divides a repository

    Scenario: A workspace without a description of services
      Given a repository "platform"
      And the committed file "package.json":
        """
        { "workspaces": ["apps/*"] }
        """
      And the commits
        | MESSAGE | CHANGE | FILE                   |
        | start   | add    | apps/shop/package.json |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | default    |         2 |

  Rule: Another repository inside a folder is another repository

    Scenario: A submodule inside a service is indexed as itself
      Given a repository "platform"
      And the services
        | SERVICE | PATH            |
        | orders  | services/orders |
      And the commits
        | MESSAGE | CHANGE | FILE                    |
        | start   | add    | services/orders/cart.py |
      And the repository has submodule "payments" at "services/orders/payments"
      And the settings
        | SETTING            | VALUE |
        | recurse submodules | yes   |
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES                                |
        | orders     |         1 | platform                                    |
        | default    |         2 | platform, platform/services/orders/payments |

    Scenario: A submodule inside a service belongs to no collection
      Given a repository "platform"
      And the services
        | SERVICE | PATH            |
        | orders  | services/orders |
      And the commits
        | MESSAGE | CHANGE | FILE                    |
        | start   | add    | services/orders/cart.py |
      And the repository has submodule "payments" at "services/orders/payments"
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE                     | REASON    |
        | services/orders/payments | submodule |
        | .neap.json               | ignored   |
        | .neapignore              | ignored   |
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES |
        | orders     |         1 | platform     |
        | default    |         1 | platform     |
      And the index is in step with branch "main"

    Scenario: A clone inside a service that nobody committed is not seen
      Given a repository "platform"
      And the services
        | SERVICE | PATH            |
        | orders  | services/orders |
      And the commits
        | MESSAGE | CHANGE | FILE                    |
        | start   | add    | services/orders/cart.py |
      And the repository has clone "payments" at "services/orders/payments"
      When the index is synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS |
        | orders     |         1 |
      And the index is in step with branch "main"

    Scenario: A clone inside a service is left out of the working tree like a submodule
      Given a repository "platform"
      And the services
        | SERVICE | PATH            |
        | orders  | services/orders |
      And the commits
        | MESSAGE | CHANGE | FILE                    |
        | start   | add    | services/orders/cart.py |
      And the repository has clone "payments" at "services/orders/payments"
      When the index is synced with
        | SETTING | VALUE        |
        | content | working tree |
      Then the sync completes
      And the sync skips these files
        | FILE                     | REASON    |
        | services/orders/payments | submodule |
        | .neap.json               | ignored   |
        | .neapignore              | ignored   |
      And the index is in step with the working tree

    Scenario: A repository without a commit inside a service is named, and nothing is taken from it
      Given a repository "platform"
      And the services
        | SERVICE | PATH            |
        | orders  | services/orders |
      And the commits
        | MESSAGE | CHANGE | FILE                    |
        | start   | add    | services/orders/cart.py |
      And the index was synced
      And the repository has a repository without a commit "payments" at "services/orders/payments"
      When the index is synced with
        | SETTING | VALUE        |
        | content | working tree |
      Then the sync stops with error "object-unreadable"
      And the error output shows
        """
        services/orders/payments
        safe: The repository and the index are untouched
        """
      And the sync makes no index changes
