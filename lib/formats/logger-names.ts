// What the names of loggers look like; a head tells by it where the message begins.

/** A name that no sentence begins with: `shop.Cart`, `cart::open`, `Cart#open`, `cart.py:12`. */
export const QUALIFIED = /^[A-Za-z_][\w$]*(?:[.:#@/-]{1,2}[\w$<>]+)+(?:\(\w{1,80}\.\w{1,6}(?::\d{1,7})?\))?$/;
/** What stands between the rest of a head and a dash or colon of its own: Tomcat's loggers have brackets in their names. */
export const BEFORE_DASH = /^[A-Za-z_][^\s"'(){}=,;]*$/;
export const SHORTENED = /^(?:[a-z]\.){2,20}[A-Z]/;
/** A class with its package, also shortened (`o.e.n.Node`), so that it needs nothing behind it. */
export const JAVA_CLASS = /^(?:[a-z_][\w$]{0,60}\.){1,12}[A-Z][\w$]{0,100}(?:\.[a-z]\w{0,80})?$/;
export const DOTTED = /^(?:[a-z_]\w{0,60}\.){1,12}[A-Za-z_][\w$]{0,100}$/;
export const PLAIN_NAME = /^[A-Za-z_][\w.$-]{0,100}$/;
export const CODE_PLACE = /^[\w./-]{1,120}\.\w{1,4}:\d{1,7}$/;
