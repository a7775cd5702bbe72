/** So many of so many, such as the 12 of 80 people who asked. */
export interface Proportion {
  /** 0 to `of`. */
  count: number;
  /** 1 or more. */
  of: number;
}

export interface Interval {
  low: number;
  high: number;
}

/** The confidence of every interval here: of a hundred such intervals about ninety-five hold the true value. */
export const CONFIDENCE = 0.95;
/** The quantile of the normal distribution that belongs to it, 1 − (1 − 0.95) / 2. */
const Z = 1.959963984540054;

/**
 * The score interval for one proportion; both ends lie in [0, 1], also for none and for all of few.
 *
 * Source: E. B. Wilson, “Probable inference, the law of succession, and statistical inference”, Journal of the American
 * Statistical Association 22 (1927), 209–212. Without continuity correction.
 */
export function wilsonInterval({ count, of }: Proportion): Interval {
  const share = count / of;
  const centre = share + (Z * Z) / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  // Rounding must not push an end past the share that it belongs to: 0 of n begins at 0, n of n ends at 1.
  return {
    low: Math.max(0, Math.min(share, (centre - spread) / scale)),
    high: Math.min(1, Math.max(share, (centre + spread) / scale)),
  };
}

/**
 * The interval for the difference `one − other` of two independent proportions, made of the score interval of each. It
 * stays within [−1, 1] and needs no minimum of events, which simpler formulas do.
 *
 * Source: R. G. Newcombe, “Interval estimation for the difference between independent proportions: comparison of eleven
 * methods”, Statistics in Medicine 17 (1998), 873–890; method 10.
 */
export function newcombeInterval(one: Proportion, other: Proportion): Interval {
  const [first, second] = [one.count / one.of, other.count / other.of];
  const [aroundFirst, aroundSecond] = [wilsonInterval(one), wilsonInterval(other)];
  const difference = first - second;
  return {
    low: Math.max(-1, difference - Math.hypot(first - aroundFirst.low, aroundSecond.high - second)),
    high: Math.min(1, difference + Math.hypot(aroundFirst.high - first, second - aroundSecond.low)),
  };
}
