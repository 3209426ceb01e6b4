Feature: Speaking to a vector server over an encrypted line
  Texts, vectors and the key of a vector server cross the network. Where an address does not
  say otherwise nobody on the way can read them, and a server that this machine has no reason
  to trust is told nothing.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT        |
      | start   | add    | src/prices.py | price list     |
      |         | add    | src/codes.py  | discount codes |

  Rule: An address without a word about encryption is encrypted

    @process
    Scenario Outline: <server> is reached over <scheme>
      Given the index is kept in "<server>"
      And the vector server is reached over "<scheme>" and shows a known certificate
      When the index is synced
      Then the sync completes
      And the vector server keeps 2 points

      Examples:
        | server   | scheme            |
        | Qdrant   | qdrant://         |
        | Qdrant   | qdrant+https://   |
        | Weaviate | weaviate+https:// |

    @process
    Scenario Outline: <address> and <other address> are one store
      Given the index is kept in "<server>"
      And the vector server is reached over "<address>" and shows a known certificate
      And the index was synced
      And the vector server is reached over "<other address>" and shows a known certificate
      When the index is synced
      Then 0 texts were embedded
      And the vector server keeps 2 points

      Examples:
        | server   | address     | other address     |
        | Qdrant   | qdrant://   | qdrant+https://   |
        | Weaviate | weaviate:// | weaviate+https:// |

  Rule: A server that nobody knows learns nothing

    @process
    Scenario: Another certificate than the known one stops the sync, and the server keeps what it had
      Given the index is kept in "Qdrant"
      And the vector server is reached over "qdrant://" and shows a known certificate
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT            |
        | more    | add    | src/more.py | more of everything |
      And the vector server is reached over "qdrant://" and shows an unknown certificate
      When the index is synced
      Then the sync stops with error "store-unfit"
      And the error output shows
        """
        error: qdrant://
        shows a certificate that is not trusted for its name, or does not encrypt at all
        safe: Nothing was sent to it
        next: Put the certificate of the authority behind it into a file that SSL_CERT_FILE names
        """
      And the vector server keeps 2 points

    @process
    Scenario: The certificate is known again and the sync goes on
      Given the index is kept in "Qdrant"
      And the vector server is reached over "qdrant://" and shows an unknown certificate
      And the sync failed
      And the vector server is reached over "qdrant://" and shows a known certificate
      When the index is synced
      Then the sync completes
      And the vector server keeps 2 points
