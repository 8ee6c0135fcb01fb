// action/post.ts
console.log("flask-deploy: nothing to remove");
export {};
