Feature: Looking a server over before it holds an index
  Whoever sets up a store wants to know at once what works and what is missing, without
  changing anything, and in words that can be passed on to whoever runs the server.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |

  Rule: A server says what it can do

    @needs.postgres @C-01
    Scenario: An empty database is ready for an index
      Given the index is kept in "PostgreSQL"
      When the operator runs "neap store check --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH            | VALUE      |
        | kind            | postgresql |
        | ok              | true       |
        | exists          | false      |
        | problems.length |          0 |

    @needs.postgres
    Scenario: A database with an index tells its numbers
      Given the index is kept in "PostgreSQL"
      And the index was synced
      When the operator runs "neap store check --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH      | VALUE |
        | exists    | true  |
        | revisions |     1 |
        | blobs     |     1 |
        | chunks    |     1 |

    @needs.postgres
    Scenario: Everything that was looked at is listed for people
      Given the index is kept in "PostgreSQL"
      When the operator runs "neap store check"
      Then the exit code is 0
      And the output shows
        """
        Store postgresql://
        yes  answers
        yes  vectors
        pgvector
        yes  may sync
        holds no index yet
        """
      And nobody was shown the password

    Scenario Outline: <server> is ready for an index
      Given the index is kept in "<server>"
      And the vector server asks for the key "let me in"
      When the operator runs "neap store check --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH            | VALUE                   |
        | kind            | <kind>                  |
        | ok              | true                    |
        | exists          | false                   |
        | server          | (begins with <server> ) |
        | findings[0].ok  | true                    |
        | findings[1].ok  | true                    |
        | findings[2].ok  | true                    |
        | problems.length |                       0 |
      And the vector server keeps 0 points

      Examples:
        | server   | kind     |
        | Qdrant   | qdrant   |
        | Weaviate | weaviate |

    Scenario Outline: What was looked at in <server> is listed for people
      Given the index is kept in "<server>"
      When the operator runs "neap store check"
      Then the exit code is 0
      And the output shows
        """
        Store <kind>+http://127.0.0.1:
        (<server> 1.
        yes  answers              <server> 1.
        yes  version
        <oldest> or newer is needed
        yes  key                  none is asked for
        holds no index yet
        """

      Examples:
        | server   | kind     | oldest |
        | Qdrant   | qdrant   |   1.10 |
        | Weaviate | weaviate |   1.21 |

  Rule: What is in the way is named

    Scenario Outline: What should be <server> <answers>
      Given the index is kept in "<server>"
      And the vector server "<answers>" at call 1
      When the operator runs "neap store check"
      Then the exit code is 3
      And the error output shows
        """
        is no <server> server.
        safe: Nothing was done.
        next: Check host and port; <server> listens at <port>
        """
      And the vector server keeps 0 points

      Examples:
        | server   | answers                         | port |
        | Qdrant   | knows no such page              | 6333 |
        | Qdrant   | answers as another program does | 6333 |
        | Weaviate | knows no such page              | 8080 |
        | Weaviate | answers as another program does | 8080 |

    Scenario Outline: A <server> server of an old version is not recommended
      Given the index is kept in "<server>"
      And the vector server "is too old" at call 1
      When the operator runs "neap store check --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH           | VALUE                                                                   |
        | ok             | false                                                                   |
        | findings[1].ok | false                                                                   |
        | problems[0]    | <server> 1.9.0 lacks what Neap asks of it: <oldest> or newer is needed. |

      Examples:
        | server   | oldest |
        | Qdrant   |   1.10 |
        | Weaviate |   1.21 |

    Scenario Outline: <server> does not know the key
      Given the index is kept in "<server>"
      And the vector server asks for the key "let me in"
      And the environment variables
        | NAME                | VALUE      |
        | NEAP_STORE_PASSWORD | let me out |
      When the operator runs "neap store check --json"
      Then the exit code is 3
      And the output is JSON with
        | PATH       | VALUE        |
        | error.kind | unauthorized |

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    @needs.postgres
    Scenario: A database of another program is refused
      Given the index is kept in "PostgreSQL"
      And the database is "used by another program"
      When the operator runs "neap store check --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE         |
        | error.kind | index-foreign |

    @needs.postgres
    Scenario: A server that nobody answers at is named
      Given the index is kept in "PostgreSQL"
      And the index store is down
      When the operator runs "neap store check --json"
      Then the exit code is 3
      And the output is JSON with
        | PATH       | VALUE       |
        | error.kind | unreachable |

    Scenario Outline: An address that is <what is wrong> is refused
      When the operator runs "neap store check <address> --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE |
        | error.kind | usage |

      Examples:
        | what is wrong                      | address                            |
        | without a database                 | postgresql://localhost             |
        | shown with a password              | postgresql://me:secret@localhost/x |
        | in capitals and shows its password | POSTGRESQL://me:secret@localhost/x |
        | without a host                     | qdrant:///collection               |

    Scenario Outline: A part of an address that is <what is wrong> is named
      When the operator runs "neap store check postgresql://me@localhost/x?<part>"
      Then the exit code is 2
      And the error output shows
        """
        The address postgresql://me@localhost/x has `<shown>` after the question mark<why>.
        safe: Nothing was done.
        next: <next>
        """

      Examples:
        | what is wrong | part               | shown              | why                          | next                                         |
        | unknown       | colour=red         | colour             | , which Neap does not know   | Known are application_name, channel_binding, |
        | out of range  | sslmode=most       | sslmode=most       | : that is none of its values | Correct the part after the question mark.    |
        | half written  | sslmode            | sslmode=           | : that is none of its values | Correct the part after the question mark.    |
        | without end   | connect_timeout=0  | connect_timeout=0  | : it takes 1 to 300 seconds  | Correct the part after the question mark.    |
        | not built in  | gssencmode=require | gssencmode=require | : Kerberos is not built in   | Correct the part after the question mark.    |
        | a lost file   | sslrootcert=no.crt | sslrootcert=no.crt | : there is no such file      | Correct the part after the question mark.    |

  Rule: What reads like an address is never taken for a file

    Scenario Outline: A store is named by <what>
      When the operator runs "neap <words>"
      Then the exit code is 2
      And the error output shows
        """
        cannot be used; <why>
        safe: Nothing was done.
        """
      And nobody sees "moonlight"
      And the repository is untouched

      Examples:
        | what                                | words                                                    | why                                                                               |
        | the scheme of another database      | index sync --store mysql://me:moonlight@localhost/shop   | mysql:// is no store: known are postgresql://, qdrant://, qdrant+http://,         |
        | a scheme for files                  | index verify --store sqlite:///moonlight/shop.db         | sqlite:// is no store: known are postgresql://, qdrant://,                        |
        | a transport that is not spoken      | index status --store qdrant+grpc://moonlight@localhost   | qdrant+grpc:// is no store: known are postgresql://, qdrant://,                   |
        | the address of any web server       | index search price --store http://moonlight@localhost    | http:// does not say whose server it is: write qdrant+http:// or weaviate+http:// |
        | one in capitals                     | store check HTTPS://me:moonlight@localhost               | https:// does not say whose server it is: write qdrant+https:// or                |
        | a connection string                 | index sync --store Host=localhost;Password=moonlight     | it reads like a connection string: write postgresql://user@host:5432/database,    |
        | a connection string in libpq's form | store check 'host=localhost dbname=x password=moonlight' | it reads like a connection string: write postgresql://user@host:5432/database,    |

    Scenario: A variable holds the address of any web server
      Given the environment variables
        | NAME       | VALUE                          |
        | NEAP_STORE | http://me:moonlight@localhost/ |
      When the operator runs "neap index sync"
      Then the exit code is 2
      And the error output shows
        """
        error: NEAP_STORE cannot be used; http:// does not say whose server it is
        next: Correct the settings; `neap config check`
        """
      And nobody sees "moonlight"
      And the repository is untouched

    Scenario: A configuration file holds the address of another database
      Given the configuration file of the user says
        """
        { "store": "mysql://me:moonlight@localhost/shop" }
        """
      When the operator runs "neap config check --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH            | VALUE |
        | ok              | false |
        | problems[0].key | store |
      And nobody sees "moonlight"

    Scenario: A scheme is the same in any case
      When the operator runs "neap store list --store QDRANT+HTTP://127.0.0.1:9 --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH             | VALUE                     |
        | store            | qdrant+http://127.0.0.1:9 |
        | stores[2].in_use | true                      |

    Scenario Outline: A path <with what> stays a path
      When the operator runs "neap store check '<path>' --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH   | VALUE              |
        | kind   | sqlite             |
        | exists | false              |
        | store  | (ends with /<end>) |
      And the repository is untouched

      Examples:
        | with what             | path                | end                |
        | on a drive of Windows | D:index.db          | D:index.db         |
        | on a drive and double | C://shop/index.db   | C:/shop/index.db   |
        | with a scheme inside  | ./http://x/index.db | http:/x/index.db   |
        | with signs of keys    | codes=1;rates=2.db  | codes=1;rates=2.db |
        | like a single key     | host=shop.db        | host=shop.db       |
        | with a user and host  | me@shop:5432.db     | me@shop:5432.db    |

    Scenario Outline: <command> is given a folder
      When the operator runs "neap <words>"
      Then the exit code is 2
      And the error output shows
        """
        shop is a folder, and an index is a file.
        safe: Nothing was done.
        next: Name the file in it, such as
        shop/index.db
        """
      And the repository is untouched

      Examples:
        | command  | words                        |
        | A check  | store check .                |
        | A sync   | index sync --store .         |
        | A search | index search price --store . |

  Rule: A password is never typed into a command

    @needs.postgres
    Scenario: A password on the command line is refused
      Given the index is kept in "PostgreSQL"
      And the index was synced
      When the operator runs "neap index sync --store postgresql://shop:secret@localhost/shop --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE |
        | error.kind | usage |
      And nobody was shown the password

    Scenario Outline: A password with <what> is refused and not repeated
      When the operator runs "neap store check 'postgresql://me:<password>@localhost/shop'"
      Then the exit code is 2
      And the error output shows
        """
        The address postgresql://me@localhost/shop came with a password, which everybody on this machine can see.
        safe: Nothing was done.
        """
      And nobody sees "light"
      And the repository is untouched

      Examples:
        | what                            | password     |
        | a sign that no address may have | moon^light   |
        | a space                         | moon light   |
        | an accent                       | mòonlight    |
        | an at sign                      | moon@light   |
        | a colon                         | moon:light   |
        | an escaped sign                 | moon%2flight |

    Scenario: A password from the environment is taken out of the name of the index
      Given the environment variables
        | NAME       | VALUE                                       |
        | NEAP_STORE | postgresql://me:mòon^light@localhost:9/shop |
      When the operator runs "neap store list --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH  | VALUE                            |
        | store | postgresql://me@localhost:9/shop |
      And nobody sees "light"
      And the repository is untouched

    Scenario Outline: A password that ends the host is not repeated: <address>
      When the operator runs "neap store check '<address>'"
      Then the exit code is 2
      And the error output shows
        """
        The store's address has an @ behind its host, so a password may be cut in two.
        safe: Nothing was done.
        next: Write / as %2F, ? as %3F and # as %23 in a password, and @ as %40 behind the host.
        """
      And nobody sees "light"
      And the repository is untouched

      Examples:
        | address                               |
        | postgresql://me:12/light@localhost/x  |
        | postgresql://me:12?light@localhost/x  |
        | postgresql://me:12#light@localhost/x  |
        | postgresql://me:x@y/light@localhost/x |
        | postgresql://me:x@y?light@localhost/x |

    Scenario Outline: The settings are shown without any part of a password: <address>
      Given the environment variables
        | NAME       | VALUE     |
        | NEAP_STORE | <address> |
      When the operator runs "neap config show"
      Then the exit code is 0
      And nobody sees "moon"
      And nobody sees "light"
      And the repository is untouched

      Examples:
        | address                                |
        | postgresql://me:moon/light@localhost/x |
        | postgresql://me:moon?light@localhost/x |
        | postgresql://me:moon@light@localhost/x |
        | qdrant://moonlight@localhost           |

    Scenario Outline: A key in <address> is refused and not repeated
      Given the environment variables
        | NAME       | VALUE     |
        | NEAP_STORE | <address> |
      When the operator runs "neap index status"
      Then the exit code is 2
      And the error output shows
        """
        The address of a vector server has a name before its host, which may be a key.
        safe: Nothing was done.
        next: Leave out what stands before the @; a key goes into NEAP_STORE_PASSWORD.
        """
      And nobody sees "moonlight"
      And the repository is untouched

      Examples:
        | address                          |
        | qdrant://moonlight@localhost     |
        | weaviate+http://moonlight@garden |

    Scenario Outline: A secret in <address> is refused and not repeated
      When the operator runs "neap store check <address>"
      Then the exit code is 2
      And the error output shows
        """
        has `<part>` after the question mark, which Neap does not know.
        a password or key goes into NEAP_STORE_PASSWORD.
        """
      And nobody sees "moonlight"

      Examples:
        | address                                                        | part        |
        | postgresql://me@localhost/x?password=moonlight                 | password    |
        | postgresql://me@localhost/x?sslmode=require&passWord=moonlight | passWord    |
        | postgresql://me@localhost/x?sslpassword=moonlight              | sslpassword |
        | qdrant://localhost?api_key=moonlight                           | api_key     |

  Rule: The kinds of stores can be asked for

    Scenario: The list marks the store in use
      When the operator runs "neap store list --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH             | VALUE  |
        | stores[0].kind   | sqlite |
        | stores[0].in_use | true   |
        | stores.length    |      4 |
