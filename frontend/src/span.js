export const DAY = 86_400_000;
const LEAST = 2 * DAY;
const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A stretch of time in milliseconds; the end is the first moment that no longer belongs to it. */
export class Span {
  constructor(first, last) {
    this.first = first;
    this.last = last;
  }

  /** From two days, both included. */
  static ofDays([first, last]) {
    return new Span(Date.parse(first), Date.parse(last) + DAY);
  }

  get length() {
    return this.last - this.first;
  }

  /** The two days, both included, as the server writes them. */
  get days() {
    const day = (time) => new Date(time).toISOString().slice(0, 10);
    return [day(Math.floor(this.first / DAY) * DAY), day(Math.ceil(this.last / DAY - 1) * DAY)];
  }

  get words() {
    const [first, last] = this.days.map((day) => words.format(Date.parse(day)));
    return first === last ? first : `${first} – ${last}`;
  }

  /** The time at a share of its length. */
  at(share) {
    return this.first + share * this.length;
  }

  /** Longer or shorter by a factor, with the time at a share staying where it is. */
  scaled(factor, share = 0.5) {
    const fixed = this.at(share);
    const length = Math.max(this.length * factor, LEAST);
    return new Span(fixed - share * length, fixed + (1 - share) * length);
  }

  /** Later by a share of its length. */
  moved(share) {
    return new Span(this.at(share), this.last + share * this.length);
  }

  /** As much of it as lies in other bounds: moved if that is enough, cut if it is too long. */
  within(bounds) {
    if (this.length >= bounds.length) return bounds;
    const late = Math.max(bounds.first - this.first, 0) + Math.min(bounds.last - this.last, 0);
    return new Span(this.first + late, this.last + late);
  }

  equals(other) {
    return Math.abs(this.first - other.first) < 1 && Math.abs(this.last - other.last) < 1;
  }
}
