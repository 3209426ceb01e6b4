namespace Neap.Content;

/// <summary>Which names belong to which language: a line is the language and what it is known by.</summary>
internal static class LanguageTable
{
    /// <summary>What stands after a dot, in small letters; the longest match wins (<c>d.ts</c> before <c>ts</c>).</summary>
    public const string Extensions = """
        ada adb ads
        asciidoc adoc asciidoc
        assembly asm s nasm
        astro astro
        awk awk gawk
        batch bat cmd
        bazel bzl bazel
        bicep bicep
        c c h
        clojure clj cljs cljc edn
        cmake cmake
        cobol cob cbl cpy
        coffeescript coffee
        cpp cpp cc cxx hpp hh hxx ipp inl tpp c++ h++
        crystal cr
        csharp cs csx
        css css
        csv csv tsv
        cuda cu cuh
        cue cue
        cypher cyp cypher
        cython pyx pxd pxi
        d d di
        dart dart
        dhall dhall
        diff diff patch
        dockerfile dockerfile containerfile
        elixir ex exs heex
        elm elm
        emacs-lisp el
        erlang erl hrl
        fish fish
        fortran f f77 f90 f95 f03 f08 for
        fsharp fs fsi fsx
        gdscript gd
        gherkin feature
        gleam gleam
        glsl glsl vert frag comp
        go go
        graphql graphql gql graphqls
        groovy groovy gradle gvy
        haskell hs lhs
        hcl hcl tf tfvars
        hlsl hlsl fx
        html html htm xhtml
        idl idl
        ini ini cfg conf properties editorconfig
        java java
        javascript js mjs cjs jsx
        jinja jinja jinja2 j2
        json json jsonc json5 geojson webmanifest
        jsonlines jsonl ndjson
        jsonnet jsonnet libsonnet
        julia jl
        jupyter ipynb
        kotlin kt kts
        latex tex sty cls bib
        less less
        liquid liquid
        lisp lisp lsp cl
        lua lua
        makefile mk mak make
        markdown md markdown mdown mkd
        mdx mdx
        meson meson
        msbuild csproj fsproj vbproj props targets vcxproj slnx
        mustache mustache hbs handlebars
        nim nim nims
        nix nix
        objective-c m
        objective-cpp mm
        ocaml ml mli
        odin odin
        org org
        pascal pas pp dpr lpr
        perl pl pm t
        php php phtml
        plaintext txt text log
        po po pot
        powershell ps1 psm1 psd1
        prisma prisma
        prolog pro
        protobuf proto
        pug pug jade
        puppet puppet
        purescript purs
        python py pyw pyi
        qml qml
        r r rmd
        racket rkt
        razor cshtml razor
        reason re rei
        rego rego
        restructuredtext rst
        roff roff man 1 2 3 4 5 6 7 8
        ruby rb rake gemspec erb ru
        rust rs
        sass sass
        scala scala sc sbt
        scheme scm ss
        scss scss
        shell sh bash zsh ksh bats
        smalltalk st
        solidity sol
        sql sql ddl psql plsql
        starlark star
        stylus styl
        svelte svelte
        svg svg
        swift swift
        systemverilog sv svh
        tcl tcl tk
        templ templ
        thrift thrift
        toml toml
        twig twig
        typescript ts tsx mts cts
        typst typ
        v v
        vala vala vapi
        vbnet vb vbs
        vhdl vhd vhdl
        vim vim
        vue vue
        wasm-text wat wast
        wgsl wgsl
        xml xml xsd xsl xslt wsdl plist resx xaml
        yaml yaml yml
        yang yang
        zig zig zon
        """;

    /// <summary>Whole file names, in small letters.</summary>
    public const string FileNames = """
        bazel build build.bazel workspace workspace.bazel module.bazel
        cmake cmakelists.txt
        dockerfile dockerfile containerfile
        gitattributes .gitattributes
        gitconfig .gitconfig .gitmodules
        gitignore .gitignore .dockerignore .npmignore .neapignore .eslintignore .prettierignore
        go-module go.mod go.work
        groovy jenkinsfile
        ini .editorconfig .npmrc .flake8 setup.cfg
        json .babelrc .eslintrc .prettierrc composer.lock pipfile.lock
        just justfile .justfile
        makefile makefile gnumakefile kbuild
        meson meson.build meson_options.txt
        perl cpanfile
        plaintext license copying notice authors readme install changelog todo
        protobuf buf.proto
        python sconstruct sconscript snakefile
        requirements requirements.txt
        ruby gemfile rakefile vagrantfile podfile brewfile fastfile guardfile
        shell .bashrc .bash_profile .profile .zshrc .zprofile .envrc pkgbuild configure
        starlark tiltfile
        toml cargo.lock poetry.lock pipfile
        vim .vimrc
        yaml .clang-format .clang-tidy .yamllint
        """;

    /// <summary>Other usual names of languages.</summary>
    public const string Aliases = """
        batch dosbatch
        cpp cplusplus
        csharp c# dotnet
        dockerfile docker container
        emacs-lisp elisp
        fsharp f#
        go golang
        hcl terraform
        javascript node nodejs ecmascript
        latex tex
        makefile make
        markdown commonmark
        objective-c objc
        objective-cpp objc++
        plaintext plain text
        powershell pwsh posh
        protobuf protocol-buffers
        python python3
        restructuredtext restructured-text
        shell shellscript
        vbnet visualbasic
        """;
}
