#!/bin/sh
# Makes the corpus of spoken digits that the synthetic data set varies: voices.tar.gz, in the layout of the Free Spoken
# Digit Dataset, recordings/DIGIT_VOICE_TAKE.wav. Needs espeak-ng 1.51 and sox; the same versions give the same bytes.
# 8 kHz mu-law: half the size of 16-bit samples, no codec beyond a table of 256 values, and readable by any player.
set -eu
export LC_ALL=C

target=${1:-$(dirname "$0")/../src/main/resources/dev/kintsugi/data/synthetic/voices.tar.gz}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/recordings"

# say ACCENT VARIANT PITCH SPEED: pitch 0 to 99, 50 being the voice's own; speed in words a minute.
say() {
    digit=0
    for word in zero one two three four five six seven eight nine; do
        espeak-ng -v "$1+$2" -p "$3" -s "$4" -w "$work/word.wav" "$word"
        # Silence is cut off at both ends, and the edges are faded, so that no step is heard there.
        sox -R "$work/word.wav" "$work/mono.wav" gain -3 rate 8000 \
            silence 1 0.005 0.25% fade 0.004 reverse silence 1 0.005 0.25% fade 0.012 reverse norm -1
        sox -R -D "$work/mono.wav" -e mu-law -b 8 "$work/recordings/${digit}_$1+$2_0.wav"
        digit=$((digit + 1))
    done
}

while read -r accent variant pitch speed; do
    case $accent in '' | '#'*) continue ;; esac
    say "$accent" "$variant" "$pitch" "$speed"
done <<'VOICES'
en-us           m1       50  145
en-us           m3       40  135
en-us           m7       45  160
en-us           f1       50  145
en-us           f3       60  135
en-us           klatt    45  145
en-us           linda    50  150
en-us           david    45  140
en-us           adam     55  155
en-us           Denis    50  135
en-us-nyc       m2       50  145
en-us-nyc       m6       60  135
en-us-nyc       f2       50  155
en-us-nyc       Andrea   45  100
en-us-nyc       edward   50  150
en-us-nyc       max      40  135
en-gb           m3       55  150
en-gb           m5       50  140
en-gb           m8       45  145
en-gb           f2       45  135
en-gb           f4       50  155
en-gb           klatt2   50  150
en-gb           steph    55  145
en-gb           mike     50  135
en-gb           zac      50  145
en-gb           norbert  45  150
en-gb-scotland  m1       45  140
en-gb-scotland  m4       55  155
en-gb-scotland  f1       60  135
en-gb-scotland  f5       45  150
en-gb-scotland  quincy   50  110
en-gb-scotland  annie    50  120
en-gb-x-rp      m2       40  150
en-gb-x-rp      m7       55  135
en-gb-x-rp      f3       45  145
en-gb-x-rp      f5       55  140
en-gb-x-rp      klatt3   50  145
en-gb-x-rp      ed       50  110
en-029          m4       45  140
en-029          m6       50  155
en-029          f1       45  150
en-029          f4       60  135
en-029          rob      50  145
en-029          Alicia   50  140
en-gb-x-gbclan  m5       55  150
en-gb-x-gbclan  f2       55  145
en-gb-x-gbcwmd  m8       50  155
en-gb-x-gbcwmd  f3       50  140
# The two that are held out: variants that no other voice has.
en-us           michael  50  145
en-gb           belinda  50  145
VOICES

tar --create --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --format=ustar --mode=u=rw,go=r \
    --directory "$work" recordings | gzip -9 -n > "$target"
