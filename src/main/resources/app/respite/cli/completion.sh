# Offers what can follow a word of respite at the Tab key, in bash and zsh:
#   source <(respite generate-completion)
# Commands and options are in here; names of tasks and platforms are asked for when one is due.

_respite_below() {
  case $1 in
@BELOW@
  *) below= ;;
  esac
}

_respite_options() {
  case $1 in
@OPTIONS@
  *) options= ;;
  esac
}

# What an option or a word takes: "names KIND", "words A B", "rules", "files", "folders".
_respite_takes() {
  case $1 in
  *' --home') takes=folders ;;
@TAKES@
  *) takes= ;;
  esac
}

_respite_rules='@RULES@'

# Prints a line for each thing that the last of the words can be, of which the first is the
# program; with status 10 that is a file, with 11 a folder.
_respite_offers() {
  local program=$1 home= place= wanted= count=0 word below options takes
  case $program in '~/'*) program=$HOME/${program#'~/'} ;; esac
  shift
  while [ $# -gt 1 ]; do
    word=$1
    shift
    if [ "$wanted" = --home ]; then
      home=$word wanted=
    elif [ -n "$wanted" ]; then
      wanted=
    else
      case $word in
      --home=*) home=${word#--home=} ;;
      --*=*) ;;
      -*)
        _respite_takes "$place $word"
        [ -z "$takes" ] || wanted=$word
        ;;
      *)
        _respite_below "$place"
        case $count:" $below " in
        0:*" $word "*) place="$place $word" ;;
        *) count=$((count + 1)) ;;
        esac
        ;;
      esac
    fi
  done
  if [ -n "$wanted" ]; then
    _respite_takes "$place $wanted"
    _respite_values "$takes" "$1" ''
    return
  fi
  case $1 in
  --*=*)
    _respite_takes "$place ${1%%=*}"
    _respite_values "$takes" "${1#*=}" "${1%%=*}="
    ;;
  -*)
    _respite_options "$place"
    _respite_values "words $options" "$1" ''
    ;;
  *)
    _respite_below "$place"
    [ $count -gt 0 ] || _respite_values "words $below" "$1" ''
    _respite_takes "$place #$count"
    [ -n "$takes" ] || _respite_takes "$place #*"
    _respite_values "$takes" "$1" ''
    ;;
  esac
}

# Prints what a kind of value can be, each with what stands before it.
_respite_values() {
  local word
  case $1 in
  'words '*)
    for word in ${1#words }; do
      printf '%s\n' "$3$word"
    done
    ;;
  'names '*) _respite_asked "$3" ${1#names } ;;
  rules)
    case $2 in
    *=*) _respite_asked "$3${2%%=*}=" rule "${2%%=*}" ;;
    *)
      for word in $_respite_rules; do
        printf '%s\n' "$3$word="
      done
      ;;
    esac
    ;;
  files) return 10 ;;
  folders) return 11 ;;
  esac
}

# Asks the program for names of a kind, and prints them behind the first word given.
_respite_asked() {
  local before=$1 name
  shift
  "$program" ${home:+--home "$home"} offers "$@" </dev/null 2>/dev/null |
    while IFS= read -r name; do
      printf '%s\n' "$before$name"
    done
}

# For bash, which gives the line as it was typed: its quotes have to come off first, and go on
# again as the word was begun. What bash does not replace, since a sign like = or : ends a word
# for it, is in lead.
_respite_in_bash() {
  local line=${COMP_LINE:0:COMP_POINT} words=() word= lead= quote= begun= char next i offers offer
  for ((i = 0; i < ${#line}; i++)); do
    char=${line:i:1}
    next=${line:i+1:1}
    if [[ -n $quote && $char == "$quote" ]]; then
      quote=
    elif [[ $quote == "'" ]]; then
      word+=$char
    elif [[ $char == \\ && $quote == '"' && $next != [\"\\\$\`] ]]; then
      word+=$char
    elif [[ $char == \\ ]]; then
      word+=$next begun=1
      i=$((i + 1))
    elif [[ $quote == '"' ]]; then
      word+=$char
    elif [[ $char == [\'\"] ]]; then
      quote=$char lead=$word begun=1
    elif [[ $char == [[:blank:]] ]]; then
      [[ -z $begun ]] || words+=("$word")
      word= lead= begun=
    else
      word+=$char begun=1
      [[ $COMP_WORDBREAKS != *"$char"* ]] || lead=$word
    fi
  done
  COMPREPLY=()
  offers=$(_respite_offers "${words[@]}" "$word")
  case $? in
  10) next=-f ;;
  11) next=-d ;;
  *) next= ;;
  esac
  if [[ -n $next ]]; then
    [[ $word != --*=* ]] || word=${word#*=}
    while IFS= read -r offer; do
      COMPREPLY+=("$offer")
    done < <(compgen "$next" -- "$word")
    compopt -o filenames 2>/dev/null
    return
  fi
  while IFS= read -r offer; do
    [[ -n $offer && $offer == "$word"* ]] || continue
    next=${offer:${#lead}}
    case $quote in
    "'") next=${next//\'/\'\\\'\'} ;;
    '"')
      next=${next//\\/\\\\}
      next=${next//\"/\\\"}
      next=${next//\$/\\\$}
      next=${next//\`/\\\`}
      ;;
    *) [[ -z $next ]] || printf -v next %q "$next" ;;
    esac
    COMPREPLY+=("$next")
    [[ $offer != *= ]] || compopt -o nospace 2>/dev/null
  done <<<"$offers"
}

# For zsh, which takes and puts on quotes by itself.
_respite_in_zsh() {
  local said status_
  local -a typed found open
  typed=("${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}")
  said=$(emulate sh; _respite_offers "${typed[@]}")
  status_=$?
  if ((status_ == 10 || status_ == 11)); then
    [[ $PREFIX != --*=* ]] || compset -P '*='
    if ((status_ == 10)); then _files; else _files -/; fi
    return
  fi
  found=("${(@f)said}")
  open=("${(@M)found:#*=}")
  found=("${(@)found:#*=}")
  [[ -z $open ]] || compadd -S '' -- "${open[@]}"
  compadd -- "${found[@]}"
}

if [ -n "${ZSH_VERSION-}" ]; then
  autoload -Uz compinit
  (( ${+functions[compdef]} )) || compinit
  compdef _respite_in_zsh respite
else
  complete -F _respite_in_bash respite
fi
